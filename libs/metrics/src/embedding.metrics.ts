import { Injectable } from '@nestjs/common';
import { LOOKUP_SECONDS, SMALL_COUNTS } from './buckets.js';
import { label } from './label-sets.js';
import { MetricsRegistry } from './metrics-registry.js';

@Injectable()
export class EmbeddingMetrics {
  readonly #duration;
  readonly #batch;
  readonly #queue;
  readonly #lookups;

  constructor(private readonly registry: MetricsRegistry) {
    this.#duration = registry.histogram(
      'embedding_duration_seconds',
      'Time of one embedding call, waiting included.',
      LOOKUP_SECONDS,
      ['outcome'],
    );
    this.#batch = registry.histogram('embedding_batch_texts', 'Texts embedded together.', SMALL_COUNTS);
    this.#queue = registry.gauge('embedding_queue_texts', 'Texts waiting for a worker.');
    this.#lookups = registry.counter('embedding_query_cache_total', 'Query vectors looked up in the recent ones.', [
      'result',
    ]);
  }

  /** @param outcome `ok`, `aborted` or the code of the EmbeddingError. */
  embedded(outcome: string, ms: number): void {
    if (this.registry.enabled) this.#duration.observe({ outcome: label('embeddingOutcome', outcome) }, ms / 1_000);
  }

  batch(texts: number): void {
    if (this.registry.enabled) this.#batch.observe(texts);
  }

  queue(texts: number): void {
    if (this.registry.enabled) this.#queue.set(texts);
  }

  lookup(result: 'hit' | 'miss'): void {
    if (this.registry.enabled) this.#lookups.inc({ result });
  }
}
