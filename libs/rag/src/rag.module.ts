import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder, EmbeddingModule } from '@app/embedding';
import { KnowledgeMetrics } from '@app/metrics';
import { Logger, Module } from '@nestjs/common';
import { CorpusRetriever } from './corpus/corpus.retriever.js';
import { DomainRetriever } from './domain/domain.retriever.js';
import { ENTITY_LINKER, type EntityLinker } from './entity-linker.js';
import { KnowledgeBootstrap } from './ingestion/knowledge-bootstrap.js';
import { RETRIEVERS, type Retriever, type RetrieverKind, type RetrieverRegistry } from './retriever.js';
import { RetrieverError } from './retriever.error.js';
import { RERANKER, type Reranker, keepOrder } from './search/reranker.js';
import { followKnowledge } from './store/follow-knowledge.js';
import { KnowledgeStore } from './store/knowledge.store.js';

const bootstrap = {
  provide: KnowledgeBootstrap,
  inject: [ragConfig.KEY, EMBEDDER],
  useFactory: (config: RagConfig, embedder: Embedder) => new KnowledgeBootstrap(config, embedder),
};

const store = {
  provide: KnowledgeStore,
  inject: [ragConfig.KEY, KnowledgeBootstrap, KnowledgeMetrics],
  useFactory: (config: RagConfig, bootstrap: KnowledgeBootstrap, metrics: KnowledgeMetrics) =>
    new KnowledgeStore({
      uri: config.lancedbUri,
      expected: () => bootstrap.stamp(),
      onChange: followKnowledge(metrics, new Logger('Knowledge')),
    }),
};

const domain = {
  provide: DomainRetriever,
  inject: [KnowledgeStore, RERANKER],
  useFactory: (store: KnowledgeStore, reranker: Reranker) => new DomainRetriever(store, reranker),
};

const corpus = {
  provide: CorpusRetriever,
  inject: [KnowledgeStore, RERANKER],
  useFactory: (store: KnowledgeStore, reranker: Reranker) => new CorpusRetriever(store, { reranker }),
};

const unavailable = (kind: RetrieverKind): Retriever => ({
  kind,
  retrieve: () => Promise.reject(new RetrieverError('retriever.unavailable', `there is no ${kind} retriever`)),
});

/** Every retriever under its kind; a test puts another in place by overriding the class it replaces. */
const retrievers = {
  provide: RETRIEVERS,
  inject: [CorpusRetriever, DomainRetriever],
  useFactory: (corpus: CorpusRetriever, domain: DomainRetriever): RetrieverRegistry => ({
    graph: unavailable('graph'),
    corpus,
    persona: unavailable('persona'),
    domain,
  }),
};

const linker = { provide: ENTITY_LINKER, useValue: { link: () => [] } satisfies EntityLinker };

/** The knowledge tables and the four retrievers that look things up in them. */
@Module({
  imports: [EmbeddingModule],
  providers: [bootstrap, store, { provide: RERANKER, useValue: keepOrder }, domain, corpus, retrievers, linker],
  exports: [KnowledgeBootstrap, KnowledgeStore, RETRIEVERS, ENTITY_LINKER, EmbeddingModule],
})
export class RagModule {}
