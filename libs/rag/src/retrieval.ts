import { type RagConfig, ragConfig } from '@app/config';
import { RetrievalMetrics } from '@app/metrics';
import { Inject, Injectable } from '@nestjs/common';
import { type Observable, tap } from 'rxjs';
import { type PassagesByRetriever, withEarlierPassages } from './earlier-passages.js';
import { type RetrievalOutcome, retrieveConcurrently } from './retrieve-concurrently.js';
import { InjectRetrievers, type RetrievalQuery, type Retriever, type RetrieverKind } from './retriever.js';

export interface RetrievalOptions {
  /** Retrievers to run, in any order; all when absent. */
  readonly kinds?: readonly RetrieverKind[];
  /**
   * Passages found earlier for the same facts. They are appended to the results, or replace a search that fails or is
   * not needed.
   */
  readonly earlier?: PassagesByRetriever;
  /** Aborts every retriever that is still running. */
  readonly signal?: AbortSignal;
}

/** The retrieval stage of a reading: one outcome per retriever for each query. */
@Injectable()
export class Retrieval {
  readonly #byKind: ReadonlyMap<RetrieverKind, Retriever>;

  constructor(
    @InjectRetrievers() retrievers: readonly Retriever[],
    @Inject(ragConfig.KEY) private readonly config: Pick<RagConfig, 'retrieverTimeoutMs'>,
    private readonly metrics: RetrievalMetrics,
  ) {
    this.#byKind = new Map(retrievers.map((retriever) => [retriever.kind, retriever]));
    metrics.register(this.kinds);
  }

  get kinds(): readonly RetrieverKind[] {
    return [...this.#byKind.keys()];
  }

  /**
   * Runs the retrievers concurrently, each with the deadline RETRIEVER_TIMEOUT_MS, and counts every outcome. The
   * observable is cold and never errors; unsubscribing aborts the retrievers. @throws RangeError synchronously for a
   * kind that is not registered.
   */
  run(
    query: RetrievalQuery,
    { kinds = this.kinds, earlier, signal }: RetrievalOptions = {},
  ): Observable<RetrievalOutcome> {
    const selected = kinds.map((kind) => this.#retriever(kind));
    const retrievers = earlier ? withEarlierPassages(selected, earlier) : selected;
    const { retrieverTimeoutMs: timeoutMs } = this.config;
    return retrieveConcurrently(retrievers, query, { timeoutMs, signal }).pipe(
      tap((outcome) => this.metrics.observe(outcome)),
    );
  }

  #retriever(kind: RetrieverKind): Retriever {
    const retriever = this.#byKind.get(kind);
    if (!retriever) throw new RangeError(`no retriever is registered as "${kind}" (known: ${this.kinds.join(', ')})`);
    return retriever;
  }
}
