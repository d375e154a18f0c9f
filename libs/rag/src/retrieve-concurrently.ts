import { EmbeddingError } from '@app/embedding';
import { Observable, catchError, defer, map, merge, of, race, timer } from 'rxjs';
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
  /** Deadline of each retriever. */
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
 * slow, the search continues without the vector. The observable is cold. Unsubscribing aborts running retrievers, and a
 * retriever is aborted at its deadline.
 */
export function retrieveConcurrently(
  retrievers: readonly Retriever[],
  query: RetrievalQuery,
  { timeoutMs, signal }: ConcurrentOptions,
): Observable<RetrievalOutcome> {
  return defer(() => {
    const startedAt = performance.now();
    const ended = (retriever: RetrieverKind, status: RetrievalStatus, rest: Partial<RetrievalOutcome> = {}) => ({
      retriever,
      status,
      ms: performance.now() - startedAt,
      passages: [],
      ...rest,
    });
    const vector = withinTime(query.vector, timeoutMs * VECTOR_SHARE);
    const ask = (retriever: Retriever): Observable<RetrievalOutcome> => {
      const { kind } = retriever;
      const lost: { degraded?: true } = {};
      const watched = async () => {
        try {
          return await vector();
        } catch (error) {
          lost.degraded = true;
          throw error;
        }
      };
      const answer = fromAbortable(async (own) => retriever.retrieve({ ...query, vector: watched }, own), signal).pipe(
        map((passages) => ended(kind, passages.length > 0 ? 'ok' : 'empty', { passages, ...lost })),
        catchError((error: unknown) => of(ended(kind, 'error', { code: errorCode(error) }))),
      );
      return race(answer, timer(timeoutMs).pipe(map(() => ended(kind, 'timeout'))));
    };
    return merge(...retrievers.map(ask));
  });
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

/** Runs the work with its own signal, which is aborted by the parent signal or by unsubscribing. */
function fromAbortable<Value>(start: (signal: AbortSignal) => Promise<Value>, parent?: AbortSignal): Observable<Value> {
  return new Observable((subscriber) => {
    const controller = new AbortController();
    // Use a removable listener: a signal created by `AbortSignal.any` lives as long as its parent.
    const abort = () => controller.abort(parent?.reason);
    if (parent?.aborted) abort();
    parent?.addEventListener('abort', abort, { once: true });
    let settled = false;
    const settle = (emit: () => void) => {
      settled = true;
      parent?.removeEventListener('abort', abort);
      emit();
    };
    start(controller.signal).then(
      (value) =>
        settle(() => {
          subscriber.next(value);
          subscriber.complete();
        }),
      (error: unknown) => settle(() => subscriber.error(error)),
    );
    // `abort()` allocates an Error with a stack; skip it when the retriever has answered.
    return () => {
      parent?.removeEventListener('abort', abort);
      if (!settled) controller.abort();
    };
  });
}
