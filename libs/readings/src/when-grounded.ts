import type { RetrievalOutcome } from '@app/rag';
import { type MonoTypeOperatorFunction, Observable } from 'rxjs';
import { UngroundedReadingError } from './reading.error.js';

/**
 * Holds everything back until one retriever has answered (found something or nothing), then lets all through. Errors
 * with UngroundedReadingError when every one of them failed or was late.
 */
export const whenGrounded = <Event>(outcomes: Observable<RetrievalOutcome>): MonoTypeOperatorFunction<Event> => {
  return (events) =>
    new Observable((subscriber) => {
      let open = false;
      subscriber.add(
        outcomes.subscribe({
          next: ({ status }) => {
            if (open || (status !== 'ok' && status !== 'empty')) return;
            open = true;
            subscriber.add(events.subscribe(subscriber));
          },
          complete: () => !open && subscriber.error(new UngroundedReadingError()),
        }),
      );
    });
};
