import { Injectable } from '@nestjs/common';
import { LOOKUP_SECONDS, SMALL_COUNTS } from './buckets.js';
import { label } from './label-sets.js';
import { MetricsRegistry } from './metrics-registry.js';
import { RegisteredLabel } from './registered-label.js';
import { TimingWindows, operationNames } from './timing-windows.js';

/** Outcome of one retriever, as reported by the retrieval operator. */
export interface RetrievalSample {
  readonly retriever: string;
  readonly status: string;
  readonly ms: number;
  readonly passages: readonly unknown[];
  readonly degraded?: boolean;
}

const fetchOf = operationNames((retriever) => `rag_${retriever}_fetch`);

@Injectable()
export class RetrievalMetrics {
  readonly #duration;
  readonly #results;
  readonly #degraded;
  readonly #retrievers = new RegisteredLabel();

  constructor(
    private readonly registry: MetricsRegistry,
    private readonly windows: TimingWindows,
  ) {
    this.#duration = registry.histogram(
      'retrieval_duration_seconds',
      'Time of one retriever from the start of the stage to its end, by how it ended.',
      LOOKUP_SECONDS,
      ['retriever', 'outcome'],
    );
    this.#results = registry.histogram('retrieval_results', 'Passages one retriever found.', SMALL_COUNTS, [
      'retriever',
    ]);
    this.#degraded = registry.counter(
      'retrieval_degraded_total',
      'Searches by words alone because the query’s vector was not available.',
      ['retriever'],
    );
  }

  /** Registers the retrievers of this process; others are counted as `other`. */
  register(kinds: readonly string[]): void {
    this.#retrievers.register(kinds);
  }

  observe({ retriever: name, status, ms, passages, degraded = false }: RetrievalSample): void {
    if (!this.registry.enabled) return;
    const retriever = this.#retrievers.of(name);
    this.#duration.observe({ retriever, outcome: label('retrieverOutcome', status) }, ms / 1_000);
    this.#results.observe({ retriever }, passages.length);
    if (degraded) this.#degraded.inc({ retriever });
    this.windows.observe(fetchOf(retriever), ms);
  }
}
