import { EmbeddingError } from '@app/embedding';
import { Observable, catchError, defer, map, merge, of, race, timer } from 'rxjs';
import type { Passage, RetrievalQuery, Retriever, RetrieverKind } from './retriever.js';
import { RetrieverError } from './retriever.error.js';

export type RetrievalStatus = 'ok' | 'empty' | 'timeout' | 'error';

/** How one retriever ended. */
export interface RetrievalOutcome {
  readonly retriever: RetrieverKind;
  readonly status: RetrievalStatus;
  /** From the start of the stage to this retriever's end. */
  readonly ms: number;
  /** Best first; empty unless the status is `ok`. */
  readonly passages: readonly Passage[];
  /** The error's code when the status is `error`. */
  readonly code?: string;
  /** True when the query's vector could not be had: words alone decided. */
  readonly degraded?: boolean;
}

export interface ConcurrentOptions {
  /** Deadline of each retriever. */
  readonly timeoutMs: number;
  /** Aborts every retriever that is still running. */
  readonly signal?: AbortSignal;
}

/** Share of a retriever's deadline within which the query's vector must arrive, so that time remains to do without it. */
const VECTOR_SHARE = 0.6;

/**
 * Asks all retrievers at the same time, emits each outcome as it is known, then completes. Never errors: a retriever
 * that throws, times out or finds nothing is one outcome, and the others continue. A slow embedder costs the vector, not
 * the outcome. Cold; unsubscribing aborts what still runs, and a retriever past its deadline is aborted too.
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

/** The same work, started at most once; rejects with `embedding.timeout` when it takes longer. The work goes on. */
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

/** Runs a promise under its own signal, which the parent signal or unsubscribing aborts. */
function fromAbortable<Value>(start: (signal: AbortSignal) => Promise<Value>, parent?: AbortSignal): Observable<Value> {
  return new Observable((subscriber) => {
    const controller = new AbortController();
    // A removable listener: a signal made by `AbortSignal.any` lives as long as its parent.
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
