import { EmbeddingError } from '@app/embedding';
import { type Observable, defer, finalize, from, map, merge, race, share, timer } from 'rxjs';
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
  return defer(() => {
    const stage = new RetrievalStage(query, retrievers.length, { timeoutMs, signal });
    return merge(...retrievers.map((retriever) => stage.run(retriever))).pipe(finalize(() => stage.stop()));
  });
}

/** What the retrievers of one query share: the vector, the deadline and the signal. */
class RetrievalStage {
  readonly #startedAt = performance.now();
  readonly #controller = new AbortController();
  readonly #vector: RetrievalQuery['vector'];
  readonly #deadline: Observable<unknown>;

  /** @param running number of retrievers that have not settled */
  constructor(
    private readonly query: RetrievalQuery,
    private running: number,
    private readonly options: ConcurrentOptions,
  ) {
    const { timeoutMs, signal } = options;
    this.#vector = withinTime(query.vector, timeoutMs * VECTOR_SHARE);
    this.#deadline = timer(timeoutMs).pipe(share());
    if (signal?.aborted) this.#abort();
    else signal?.addEventListener('abort', this.#abort, { once: true });
  }

  run(retriever: Retriever): Observable<RetrievalOutcome> {
    return race(
      from(this.#answer(retriever)),
      this.#deadline.pipe(map(() => this.#outcome(retriever, { status: 'timeout' }))),
    );
  }

  /** Aborts the retrievers that have not settled. */
  stop(): void {
    this.options.signal?.removeEventListener('abort', this.#abort);
    // `abort()` allocates an Error with a stack; skip it when nothing is running.
    if (this.running > 0) this.#controller.abort();
  }

  async #answer(retriever: Retriever): Promise<RetrievalOutcome> {
    const lost: { degraded?: true } = {};
    const vector = async () => {
      try {
        return await this.#vector();
      } catch (error) {
        lost.degraded = true;
        throw error;
      }
    };
    try {
      const passages = await retriever.retrieve({ ...this.query, vector }, this.#controller.signal);
      return this.#outcome(retriever, { status: passages.length > 0 ? 'ok' : 'empty', passages, ...lost });
    } catch (error) {
      return this.#outcome(retriever, { status: 'error', code: errorCode(error) });
    } finally {
      this.running--;
    }
  }

  #outcome({ kind }: Retriever, known: Pick<RetrievalOutcome, 'status'> & Partial<RetrievalOutcome>): RetrievalOutcome {
    return { retriever: kind, ms: performance.now() - this.#startedAt, passages: [], ...known };
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
