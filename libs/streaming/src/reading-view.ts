import { EMPTY, Observable, Subject, concat, defer, filter, map, of, takeUntil } from 'rxjs';
import type { FrameFormat } from './encode-frame.js';
import { type FollowedReading, readFromLog } from './followed-reading.js';
import { type FrameChunk, bytesAfter } from './frame-log.js';
import type { ReadingEvent } from './reading-event.js';
import { type ReadingRun, cancelledAfter } from './reading-run.js';
import { renameReading } from './rename-reading.js';

/** All frames of a view that was stopped. */
interface StoppedLog extends FrameChunk {
  readonly done: ReadingEvent;
  /** The frame of `done`. */
  readonly end: Buffer;
}

/**
 * One client's view of a run that several clients may share: the same events under another reading id. Stopping a view
 * ends only the readers of its client.
 */
export class ReadingView implements FollowedReading {
  readonly #stopped = new Subject<void>();
  #log: StoppedLog | undefined;

  /** See `ReadingRun.events`. */
  readonly events: Observable<ReadingEvent> = defer(() =>
    concat(
      this.run.events.pipe(
        map((event) => this.#renamed(event)),
        takeUntil(this.#stopped),
      ),
      defer(() => (this.#log ? of(this.#log.done) : EMPTY)),
    ),
  );

  constructor(
    readonly id: string,
    readonly run: ReadingRun,
    private readonly format: FrameFormat,
  ) {}

  get ended(): boolean {
    return this.#log !== undefined || this.run.ended;
  }

  /** Sequence number of the last event so far. */
  get lastSeq(): number {
    return this.#log?.to ?? this.run.lastSeq;
  }

  /** All frames flushed so far. */
  get bytes(): Buffer {
    return this.#log?.bytes ?? renameReading(this.run.flushed.bytes, this.run.id, this.id);
  }

  /** See `ReadingRun.frames`. */
  frames(after = 0): Observable<Buffer> {
    return defer(() => {
      let isUpToDate = false;
      const running = this.run.frames(after).pipe(
        map((chunk) => {
          isUpToDate = true;
          return renameReading(chunk, this.run.id, this.id);
        }),
        takeUntil(this.#stopped),
      );
      const rest = defer(() => (this.#log ? of(isUpToDate ? this.#log.end : bytesAfter(this.#log, after)) : EMPTY));
      return (this.#log ? rest : concat(running, rest)).pipe(filter(({ length }) => length > 0));
    });
  }

  /** The view from event `after` on, for a client that reconnects. */
  from(after: number): FollowedReading {
    const { id, events } = this;
    const frames = this.frames(after);
    return this.ended ? readFromLog(id, frames) : { id, events, frames: () => frames };
  }

  /** Ends this view with `done`, status `cancelled`; the run continues. @returns the size of the view's log in bytes */
  stop(): number {
    const { to, bytes } = this.run.flushed;
    const done = cancelledAfter(this.run.startedAt);
    const end = Buffer.from(this.format.encoder()(this.id, to + 1, done));
    const all = Buffer.concat([renameReading(bytes, this.run.id, this.id), end]);
    this.#log = { from: 1, to: to + 1, bytes: all, done, end };
    this.#stopped.next();
    return all.length;
  }

  #renamed(event: ReadingEvent): ReadingEvent {
    if (event.event !== 'reading' || this.id === this.run.id) return event;
    return { event: 'reading', data: { ...event.data, reading: this.id } };
  }
}
