import { Observable, type Subscription } from 'rxjs';
import type { FrameEncoder } from './encode-frame.js';
import { type FrameChunk, FrameLog } from './frame-log.js';
import type { EventBatch, ReadingEvent, ReadingStatus } from './reading-event.js';

/** New frames of one event-loop turn, for whoever copies them elsewhere. */
export interface FlushedFrames extends FrameChunk {
  readonly ended: boolean;
}

export interface RunOptions {
  readonly id: string;
  readonly encode: FrameEncoder;
  /** Called when the source errors before it has said anything: there is nothing to read. */
  readonly onStillborn: () => void;
  /** Called when the last reader has left a run that has not ended. */
  readonly onAbandoned: () => void;
  /** Called after every turn that produced frames. */
  readonly onFlush?: (flushed: FlushedFrames) => void;
}

interface Reader {
  /** Sequence number of the last frame this reader has been given. */
  seq: number;
  readonly next: (bytes: Buffer) => void;
  readonly complete: () => void;
}

/**
 * One reading under way and the log of everything it has said. Any number of readers follow it, each from the event it
 * names; all get the same bytes. Frames are encoded once and leave once an event-loop turn.
 */
export class ReadingRun {
  readonly #log = new FrameLog();
  readonly #readers = new Set<Reader>();
  readonly #startedAt = performance.now();
  #source: Subscription | undefined;
  #seq = 0;
  #due = '';
  #flushDue = false;
  #ended = false;
  readonly #begun = Promise.withResolvers<void>();
  readonly #over = Promise.withResolvers<ReadingStatus>();

  constructor(private readonly options: RunOptions) {
    // Whoever does not wait for the beginning must not be ended by its failure.
    this.#begun.promise.catch(() => {});
  }

  get id(): string {
    return this.options.id;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Sequence number of the last event so far. */
  get lastSeq(): number {
    return this.#seq;
  }

  /** Bytes the log holds. */
  get length(): number {
    return this.#log.length;
  }

  get readers(): number {
    return this.#readers.size;
  }

  /** Resolves with the first event; rejects with the source's error when it errors before that. */
  get begun(): Promise<void> {
    return this.#begun.promise;
  }

  /** Resolves with what the reading ended with, for all its readers alike; never when it did not begin. */
  get over(): Promise<ReadingStatus> {
    return this.#over.promise;
  }

  /** Runs the reading. A source that errors or completes without a `done` is ended with one. */
  start(events: Observable<EventBatch>): this {
    this.#source = events.subscribe({
      next: (batch) => this.#append(batch),
      error: (error: unknown) => this.#break(error),
      complete: () => {
        if (!this.#ended) this.#append([this.#done('failed')]);
      },
    });
    if (this.#ended) this.#source.unsubscribe();
    return this;
  }

  /** Stops the work and tells every reader; nothing when it has ended. */
  cancel(first: EventBatch = [], status: ReadingStatus = 'cancelled'): void {
    if (this.#ended) return;
    this.#source?.unsubscribe();
    this.#append([...first, this.#done(status)]);
  }

  /** Whole frames after sequence number `after`, all of one event-loop turn together; completes after the last.
   *  Unsubscribing leaves the run. */
  frames(after = 0): Observable<Buffer> {
    return new Observable((subscriber) => {
      const reader: Reader = {
        seq: Math.min(after, this.#log.lastSeq),
        next: (bytes) => subscriber.next(bytes),
        complete: () => subscriber.complete(),
      };
      this.#readers.add(reader);
      this.#flushSoon();
      return () => this.#leave(reader);
    });
  }

  #break(error: unknown): void {
    if (this.#seq > 0) return this.#append([FAILED, this.#done('failed')]);
    this.#ended = true;
    this.#begun.reject(error);
    this.options.onStillborn();
  }

  #append(batch: EventBatch): void {
    for (const event of batch) {
      if (this.#ended) return;
      this.#due += this.options.encode(this.id, ++this.#seq, event);
      if (event.event !== 'done') continue;
      this.#ended = true;
      this.#over.resolve(event.data.status);
    }
    this.#begun.resolve();
    this.#flushSoon();
  }

  #flushSoon(): void {
    if (this.#flushDue) return;
    this.#flushDue = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#flushDue = false;
    const from = this.#log.lastSeq;
    const due = this.#due;
    this.#due = '';
    const fresh = this.#seq > from ? this.#log.append(this.#seq, due) : undefined;
    for (const reader of this.#readers) this.#give(reader, from, fresh?.bytes ?? NOTHING);
    if (fresh) this.options.onFlush?.({ ...fresh, ended: this.#ended });
    if (this.#ended) this.#log.compact();
  }

  #give(reader: Reader, from: number, fresh: Buffer): void {
    // A reader that has just come is behind the others and gets the past with its first bytes.
    const due = reader.seq === from ? fresh : this.#log.after(reader.seq);
    reader.seq = this.#log.lastSeq;
    if (due.length > 0) reader.next(due);
    if (this.#ended) reader.complete();
  }

  #leave(reader: Reader): void {
    this.#readers.delete(reader);
    if (this.#readers.size === 0 && !this.#ended) this.options.onAbandoned();
  }

  #done(status: ReadingStatus): ReadingEvent {
    return {
      event: 'done',
      data: { done: true, status, ms: Math.round(performance.now() - this.#startedAt), timings: {} },
    };
  }
}

const NOTHING = Buffer.alloc(0);

const FAILED: ReadingEvent = {
  event: 'error',
  data: { error: 'The reading could not be finished. Please try again.', code: 'reading.failed' },
};
