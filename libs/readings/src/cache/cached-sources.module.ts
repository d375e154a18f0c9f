import { Module } from '@nestjs/common';
import { CacheModule, Caches } from '@app/cache';
import { type CacheConfig, cacheConfig } from '@app/config';
import { EMBEDDER, type Embedder, EmbeddingModule } from '@app/embedding';
import { KnowledgeStore } from '@app/knowledge';
import { RETRIEVERS, RagModule, type Retriever } from '@app/rag';
import { retrievalLayer, vectorLayer } from './cache-layers.js';
import { CachedEmbedder } from './cached.embedder.js';
import { CachedRetriever } from './cached.retriever.js';
import { knowledgeVersion } from './knowledge-version.js';

export const CACHED_EMBEDDER = Symbol('readings.CACHED_EMBEDDER');
export const CACHED_RETRIEVERS = Symbol('readings.CACHED_RETRIEVERS');

/** Provides the embedder and the retrievers with caches, for readings only. */
@Module({
  imports: [CacheModule, EmbeddingModule, RagModule],
  providers: [
    {
      provide: CACHED_EMBEDDER,
      useFactory: (embedder: Embedder, caches: Caches, config: CacheConfig) =>
        new CachedEmbedder(embedder, vectorLayer(caches, config)),
      inject: [EMBEDDER, Caches, cacheConfig.KEY],
    },
    {
      provide: CACHED_RETRIEVERS,
      useFactory: cachedRetrievers,
      inject: [RETRIEVERS, KnowledgeStore, EMBEDDER, Caches, cacheConfig.KEY],
    },
  ],
  exports: [CACHED_EMBEDDER, CACHED_RETRIEVERS],
})
export class CachedSourcesModule {}

function cachedRetrievers(
  retrievers: readonly Retriever[],
  store: KnowledgeStore,
  embedder: Embedder,
  caches: Caches,
  config: CacheConfig,
): readonly Retriever[] {
  const options = {
    passages: retrievalLayer(caches, config),
    knowledgeVersion: () => knowledgeVersion(store),
    embeddingModel: () => embedder.model,
  };
  return retrievers.map((retriever) => new CachedRetriever(retriever, options));
}
