import { type Observable, Subject, finalize, tap } from 'rxjs';
import { parseFrames } from './parse-frames.js';
import type { ReadingEvent } from './reading-event.js';

/** A reading that a client can follow: a running one, or one replayed from a log. */
export interface FollowedReading {
  readonly id: string;
  /** Complete frames from the requested event on; completes after the last one. Unsubscribe to stop following. */
  frames(): Observable<Buffer>;
  /** Events of the reading, for observers inside the process. Subscribe before `frames()`. */
  readonly events: Observable<ReadingEvent>;
}

/** A reading that exists only as frames of a log: its events are emitted while its frames are read. */
export function readFromLog(id: string, frames: Observable<Buffer>): FollowedReading {
  const events = new Subject<ReadingEvent>();
  const publish = (chunk: Buffer) => {
    if (events.observed) for (const event of parseFrames(chunk.toString())) events.next(event);
  };
  return {
    id,
    events,
    frames: () =>
      frames.pipe(
        tap(publish),
        finalize(() => events.complete()),
      ),
  };
}
