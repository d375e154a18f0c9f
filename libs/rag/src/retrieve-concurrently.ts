import { Observable, catchError, defer, map, merge, of, race, timer } from 'rxjs';
import type { Passage, RetrievalQuery, RetrieverKind, RetrieverRegistry } from './retriever.js';
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
}

export interface RetrievalOptions {
  readonly kinds: readonly RetrieverKind[];
  /** Deadline of each retriever by itself. */
  readonly timeoutMs: number;
  /** Aborting it aborts every retriever still at work. */
  readonly signal?: AbortSignal;
}

/**
 * Asks all retrievers at the same time and emits each outcome the moment it is known, then completes. Never errors: a
 * retriever that throws, hangs or finds nothing is one outcome, and its siblings go on. Cold; unsubscribing aborts
 * whatever still runs, and a retriever past its deadline is aborted too.
 */
export function retrieveConcurrently(
  registry: RetrieverRegistry,
  query: RetrievalQuery,
  { kinds, timeoutMs, signal }: RetrievalOptions,
): Observable<RetrievalOutcome> {
  return defer(() => {
    const startedAt = performance.now();
    const ended = (
      retriever: RetrieverKind,
      status: RetrievalStatus,
      passages: readonly Passage[] = [],
      code?: string,
    ) => ({
      retriever,
      status,
      ms: performance.now() - startedAt,
      passages,
      ...(code && { code }),
    });
    const ask = (kind: RetrieverKind): Observable<RetrievalOutcome> => {
      const answer = fromAbortable(async (own) => registry[kind].retrieve(query, own), signal).pipe(
        map((passages) => ended(kind, passages.length > 0 ? 'ok' : 'empty', passages)),
        catchError((error: unknown) => of(ended(kind, 'error', [], errorCode(error)))),
      );
      return race(answer, timer(timeoutMs).pipe(map(() => ended(kind, 'timeout'))));
    };
    return merge(...kinds.map(ask));
  });
}

const errorCode = (error: unknown): string => (error instanceof RetrieverError ? error.code : 'retriever.failed');

/** Starts a promise with a signal of its own, aborted by the parent signal or by unsubscribing. */
function fromAbortable<Value>(start: (signal: AbortSignal) => Promise<Value>, parent?: AbortSignal): Observable<Value> {
  return new Observable((subscriber) => {
    const controller = new AbortController();
    // One listener that goes when it is no longer needed: what `AbortSignal.any` makes lives as long as the parent.
    const follow = () => controller.abort(parent?.reason);
    if (parent?.aborted) follow();
    parent?.addEventListener('abort', follow, { once: true });
    let settled = false;
    const settle = (tell: () => void) => {
      settled = true;
      parent?.removeEventListener('abort', follow);
      tell();
    };
    start(controller.signal).then(
      (value) =>
        settle(() => {
          subscriber.next(value);
          subscriber.complete();
        }),
      (error: unknown) => settle(() => subscriber.error(error)),
    );
    // Aborting makes an error with a stack: too dear for a retriever that has answered.
    return () => {
      parent?.removeEventListener('abort', follow);
      if (!settled) controller.abort();
    };
  });
}
