import { Module } from '@nestjs/common';
import { CacheModule, Caches } from '@app/cache';
import { type CacheConfig, cacheConfig, type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, EmbeddingModule } from '@app/embedding';
import { LLM_CLIENT, type LlmClient, LlmModule } from '@app/llm';
import { ReadingMetrics, SectionMetrics } from '@app/metrics';
import { RETRIEVERS, RagModule, Retrieval } from '@app/rag';
import { SafetyModule } from '@app/safety';
import { StreamingModule } from '@app/streaming';
import { PrefetchReading } from './chat/prefetch-reading.js';
import { READING_CACHE, readingLayer } from './cache/cache-layers.js';
import { ReadingCache } from './cache/reading-cache.js';
import { CACHED_EMBEDDER, CACHED_RETRIEVERS, CachedSourcesModule } from './cache/cached-sources.module.js';
import { IdempotencyKeys } from './cache/idempotency-keys.js';
import { PlanCache } from './cache/plan-cache.js';
import { ReadingCoalescer } from './cache/reading-coalescer.js';
import { SimilarReadings } from './cache/similar-readings.js';
import { ChartService } from './charts/chart.service.js';
import { ComposerSectionWriter } from './composer-section-writer.js';
import { readContextConditions } from './dream/context-conditions.js';
import { readLanguages } from './dream/scene/language.js';
import { SceneReader } from './dream/scene/scene-reader.js';
import { readSituations } from './dream/scene/situations.js';
import { HelpService } from './help.service.js';
import { InputCheck } from './input-check.js';
import { Interpreter } from './interpreter.js';
import { ModelSectionWriter } from './model-section-writer.js';
import { PromptWarmup } from './prompt/prompt-warmup.js';
import { readArticles } from './passages/article-index.js';
import { KnowledgeSelector } from './passages/knowledge-selector.js';
import type { ReadingDefinition } from './reading-definition.js';
import { readingDefinitions } from './reading-definitions.js';
import { READING_DEFINITIONS, ReadingRegistry } from './reading-registry.js';
import { ReadingRetrieval } from './reading-retrieval.js';
import { ReadingService } from './reading.service.js';
import { SectionSources } from './section-sources.js';
import { SECTION_WRITER } from './section-writer.js';

@Module({
  imports: [CacheModule, CachedSourcesModule, EmbeddingModule, LlmModule, RagModule, SafetyModule, StreamingModule],
  providers: [
    Interpreter,
    ReadingRetrieval,
    SectionSources,
    PromptWarmup,
    // Readings use the caching retrievers and embedder.
    { provide: RETRIEVERS, useExisting: CACHED_RETRIEVERS },
    Retrieval,
    { provide: EMBEDDER, useExisting: CACHED_EMBEDDER },
    {
      provide: READING_CACHE,
      useFactory: (caches: Caches, config: CacheConfig) => readingLayer(caches, config),
      inject: [Caches, cacheConfig.KEY],
    },
    {
      provide: SECTION_WRITER,
      useFactory: (client?: LlmClient) => (client ? new ModelSectionWriter(client) : new ComposerSectionWriter()),
      inject: [{ token: LLM_CLIENT, optional: true }],
    },
    ReadingService,
    InputCheck,
    ChartService,
    ReadingCoalescer,
    ReadingCache,
    PlanCache,
    IdempotencyKeys,
    SimilarReadings,
    {
      provide: SceneReader,
      useFactory: ({ knowledgeDir }: RagConfig) =>
        new SceneReader(readLanguages(knowledgeDir), readSituations(knowledgeDir)),
      inject: [ragConfig.KEY],
    },
    {
      provide: KnowledgeSelector,
      useFactory: ({ knowledgeDir }: RagConfig) =>
        new KnowledgeSelector(readContextConditions(knowledgeDir), readArticles(knowledgeDir)),
      inject: [ragConfig.KEY],
    },
    PrefetchReading,
    HelpService,
    {
      provide: READING_DEFINITIONS,
      useValue: readingDefinitions,
    },
    {
      provide: ReadingRegistry,
      useFactory: (definitions: readonly ReadingDefinition[]) => new ReadingRegistry(definitions),
      inject: [READING_DEFINITIONS],
    },
  ],
  exports: [
    ReadingService,
    ChartService,
    HelpService,
    PrefetchReading,
    ReadingRegistry,
    SECTION_WRITER,
    StreamingModule,
  ],
})
export class ReadingsModule {
  constructor(registry: ReadingRegistry, readings: ReadingMetrics, sections: SectionMetrics) {
    readings.register(registry.all().map(({ kind }) => kind));
    sections.register(registry.sections().map(({ kind, id, title }) => ({ kind, section: id, title: title.en })));
  }
}
