import { EmbeddingError } from '@app/embedding';
import { Observable, type Subscriber } from 'rxjs';
import type { Passage, RetrievalQuery, Retriever, RetrieverKind } from './retriever.js';
import { RetrieverError } from './retriever.error.js';

export type RetrievalStatus = 'ok' | 'empty' | 'timeout' | 'error';

/** Outcome of one retriever. */
export interface RetrievalOutcome {
  readonly retriever: RetrieverKind;
  readonly status: RetrievalStatus;
  /** Time from the start of the retrieval stage to the end of this retriever. */
  readonly ms: number;
  /** Best first; empty unless the status is `ok`. */
  readonly passages: readonly Passage[];
  /** The error's code when the status is `error`. */
  readonly code?: string;
  /** True when the query's vector was unavailable and the search used words only. */
  readonly degraded?: boolean;
}

export interface ConcurrentOptions {
  /** Deadline of all retrievers. */
  readonly timeoutMs: number;
  /** Aborts every retriever that is still running. */
  readonly signal?: AbortSignal;
}

/**
 * Share of a retriever's deadline within which the query's vector must be available. The rest remains for a search
 * without it.
 */
const VECTOR_SHARE = 0.6;

/**
 * Runs all retrievers concurrently, emits each outcome when it is known and completes after the last one. Never errors:
 * a retriever that throws, times out or finds nothing gives one outcome, and the others continue. If the embedder is
 * slow, the search continues without the vector. The observable is cold. Unsubscribing and the deadline abort the
 * retrievers that are still running.
 */
export function retrieveConcurrently(
  retrievers: readonly Retriever[],
  query: RetrievalQuery,
  { timeoutMs, signal }: ConcurrentOptions,
): Observable<RetrievalOutcome> {
  return new Observable((subscriber) => {
    const stage = new RetrievalStage(subscriber, retrievers, query, { timeoutMs, signal });
    subscriber.add(() => stage.stop());
    stage.start();
  });
}

/** The retrievers that are still running, with one deadline and one signal. */
class RetrievalStage {
  readonly #startedAt = performance.now();
  readonly #running: Set<Retriever>;
  readonly #vector: RetrievalQuery['vector'];
  readonly #controller = new AbortController();
  #deadline: NodeJS.Timeout | undefined;

  constructor(
    private readonly subscriber: Subscriber<RetrievalOutcome>,
    retrievers: readonly Retriever[],
    private readonly query: RetrievalQuery,
    private readonly options: ConcurrentOptions,
  ) {
    this.#running = new Set(retrievers);
    this.#vector = withinTime(query.vector, options.timeoutMs * VECTOR_SHARE);
  }

  start(): void {
    const { timeoutMs, signal } = this.options;
    if (this.#running.size === 0) return this.subscriber.complete();
    this.#deadline = setTimeout(() => this.#late(), timeoutMs);
    if (signal?.aborted) this.#abort();
    else signal?.addEventListener('abort', this.#abort, { once: true });
    for (const retriever of this.#running) void this.#ask(retriever);
  }

  /** Aborts the retrievers that have not settled. */
  stop(): void {
    clearTimeout(this.#deadline);
    this.options.signal?.removeEventListener('abort', this.#abort);
    // `abort()` allocates an Error with a stack; skip it when nothing is running.
    if (this.#running.size > 0) this.#controller.abort();
  }

  async #ask(retriever: Retriever): Promise<void> {
    const lost: { degraded?: true } = {};
    const vector = async () => {
      try {
        return await this.#vector();
      } catch (error) {
        lost.degraded = true;
        throw error;
      }
    };
    let outcome: Pick<RetrievalOutcome, 'status'> & Partial<RetrievalOutcome>;
    try {
      const passages = await retriever.retrieve({ ...this.query, vector }, this.#controller.signal);
      outcome = { status: passages.length > 0 ? 'ok' : 'empty', passages, ...lost };
    } catch (error) {
      outcome = { status: 'error', code: errorCode(error) };
    }
    this.#settle(retriever, outcome);
  }

  /** No effect for a retriever that has settled. */
  #settle(retriever: Retriever, outcome: Pick<RetrievalOutcome, 'status'> & Partial<RetrievalOutcome>): void {
    if (!this.#running.delete(retriever)) return;
    const ms = performance.now() - this.#startedAt;
    this.subscriber.next({ retriever: retriever.kind, ms, passages: [], ...outcome });
    if (this.#running.size === 0) this.subscriber.complete();
  }

  #late(): void {
    this.#controller.abort();
    for (const retriever of this.#running) this.#settle(retriever, { status: 'timeout' });
  }

  readonly #abort = (): void => this.#controller.abort(this.options.signal?.reason);
}

const errorCode = (error: unknown): string => (error instanceof RetrieverError ? error.code : 'retriever.failed');

/**
 * Starts the work at most once. Rejects with `embedding.timeout` when it takes longer than `timeoutMs`, without
 * stopping the work.
 */
function withinTime<Value>(work: () => Promise<Value>, timeoutMs: number): () => Promise<Value> {
  const start = async () => {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const tooLate = () => reject(new EmbeddingError('embedding.timeout', `no query vector within ${timeoutMs} ms`));
    const timeout = setTimeout(tooLate, timeoutMs);
    return Promise.race([work(), late]).finally(() => clearTimeout(timeout));
  };
  let started: Promise<Value> | undefined;
  return () => (started ??= start());
}
