import { type DynamicModule, Global, Module, type OnModuleDestroy, type OnModuleInit, type Type } from '@nestjs/common';
import { BuildMetrics } from './build.metrics.js';
import { CacheMetrics } from './cache.metrics.js';
import { EmbeddingMetrics } from './embedding.metrics.js';
import { HttpMetrics } from './http.metrics.js';
import { KnowledgeMetrics } from './knowledge.metrics.js';
import { LlmMetrics } from './llm.metrics.js';
import { MetricsRegistry } from './metrics-registry.js';
import { collectProcessMetrics } from './process-metrics.js';
import { ReadingMetrics } from './reading.metrics.js';
import { RetrievalMetrics } from './retrieval.metrics.js';
import { SafetyMetrics } from './safety.metrics.js';
import { SectionMetrics } from './section.metrics.js';
import { StreamMetrics } from './stream.metrics.js';
import { TimingWindows } from './timing-windows.js';

/** One class per concern; each creates its metrics in its constructor. */
export const CONCERNS: readonly Type[] = [
  BuildMetrics,
  CacheMetrics,
  EmbeddingMetrics,
  HttpMetrics,
  KnowledgeMetrics,
  LlmMetrics,
  ReadingMetrics,
  RetrievalMetrics,
  SafetyMetrics,
  SectionMetrics,
  StreamMetrics,
];

const metricsOf = (concerns: readonly Type[]) => [MetricsRegistry, TimingWindows, ...concerns];

@Global()
@Module({})
export class MetricsModule implements OnModuleInit, OnModuleDestroy {
  constructor(private readonly registry: MetricsRegistry) {}

  /** @param concerns classes whose metrics this process exports; the model server needs few of them */
  static of(concerns: readonly Type[] = CONCERNS): DynamicModule {
    return { module: MetricsModule, providers: metricsOf(concerns), exports: metricsOf(concerns) };
  }

  onModuleInit(): void {
    if (this.registry.enabled) collectProcessMetrics(this.registry.prometheus);
  }

  onModuleDestroy(): void {
    this.registry.prometheus.clear();
  }
}
