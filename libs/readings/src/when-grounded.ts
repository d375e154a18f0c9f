import type { RetrievalSettled } from '@app/streaming';
import { type MonoTypeOperatorFunction, type Observable, filter, switchMap, take, throwIfEmpty } from 'rxjs';
import { UngroundedReadingError } from './reading.error.js';

/**
 * Subscribes to the source once a retriever has answered, with or without passages. Errors with UngroundedReadingError
 * when all retrievers failed or timed out.
 */
export const whenGrounded =
  <Event>(retrieval: Observable<RetrievalSettled>): MonoTypeOperatorFunction<Event> =>
  (events) =>
    retrieval.pipe(
      filter(({ status }) => status === 'ok' || status === 'empty'),
      take(1),
      throwIfEmpty(() => new UngroundedReadingError()),
      switchMap(() => events),
    );
