import { Module } from '@nestjs/common';
import { CacheModule, Caches } from '@app/cache';
import { type CacheConfig, cacheConfig } from '@app/config';
import { EMBEDDER, EmbeddingModule } from '@app/embedding';
import { LlmModule } from '@app/llm';
import { RETRIEVERS, RagModule } from '@app/rag';
import { StreamingModule } from '@app/streaming';
import { askReading } from './ask/ask.reading.js';
import { PrefetchReading } from './ask/prefetch-reading.js';
import { READING_CACHE, readingLayer } from './cached/cache-layers.js';
import { CachedReadings } from './cached/cached-readings.js';
import { CACHED_EMBEDDER, CACHED_RETRIEVERS, CachedSourcesModule } from './cached/cached-sources.module.js';
import { KeptPlans } from './cached/kept-plans.js';
import { SimilarReadings } from './cached/similar-readings.js';
import { dreamChatReading } from './chat/dream-chat.reading.js';
import { tarotChatReading } from './chat/tarot-chat.reading.js';
import { destinyReading } from './destiny/destiny.reading.js';
import { dreamReading } from './dream/dream.reading.js';
import { ichingReading } from './iching/iching.reading.js';
import { Interpreter } from './interpreter.js';
import { PromptWarmup } from './prompt/prompt-warmup.js';
import type { ReadingDefinition } from './reading-definition.js';
import { READING_DEFINITIONS, ReadingRegistry } from './reading-registry.js';
import { tarotReading } from './tarot/tarot.reading.js';

@Module({
  imports: [CacheModule, CachedSourcesModule, EmbeddingModule, LlmModule, RagModule, StreamingModule],
  providers: [
    Interpreter,
    PromptWarmup,
    // What readings look things up in remembers; the interpreter does not know.
    { provide: RETRIEVERS, useExisting: CACHED_RETRIEVERS },
    { provide: EMBEDDER, useExisting: CACHED_EMBEDDER },
    {
      provide: READING_CACHE,
      useFactory: (caches: Caches, config: CacheConfig) => readingLayer(caches, config),
      inject: [Caches, cacheConfig.KEY],
    },
    CachedReadings,
    KeptPlans,
    SimilarReadings,
    PrefetchReading,
    {
      provide: READING_DEFINITIONS,
      useValue: [
        dreamReading,
        tarotReading,
        ichingReading,
        destinyReading,
        dreamChatReading,
        tarotChatReading,
        askReading,
      ],
    },
    {
      provide: ReadingRegistry,
      useFactory: (definitions: readonly ReadingDefinition[]) => new ReadingRegistry(definitions),
      inject: [READING_DEFINITIONS],
    },
  ],
  exports: [CachedReadings, KeptPlans, Interpreter, PrefetchReading, ReadingRegistry, StreamingModule],
})
export class ReadingsModule {}
