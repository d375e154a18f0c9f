import { Observable, type Subscription } from 'rxjs';
import type { FrameEncoder } from './encode-frame.js';
import type { EventBatch, ReadingEvent, ReadingStatus } from './reading-event.js';

/** New frames of one event-loop turn, for whoever copies them elsewhere. */
export interface FlushedFrames {
  /** Sequence number of the first frame. */
  readonly from: number;
  readonly frames: readonly string[];
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
  /** Frames this reader has been given. */
  cursor: number;
  readonly next: (chunk: string) => void;
  readonly complete: () => void;
}

/**
 * One reading under way and the log of everything it has said. Any number of readers follow it, each from the event it
 * names; all get the same bytes. Frames are encoded once and leave once an event-loop turn.
 */
export class ReadingRun {
  readonly #frames: string[] = [];
  readonly #readers = new Set<Reader>();
  readonly #startedAt = performance.now();
  #source: Subscription | undefined;
  #flushed = 0;
  #flushDue = false;
  #ended = false;
  #characters = 0;
  readonly #begun = Promise.withResolvers<void>();

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
    return this.#frames.length;
  }

  /** UTF-16 units the log holds. */
  get characters(): number {
    return this.#characters;
  }

  get readers(): number {
    return this.#readers.size;
  }

  /** Resolves with the first event; rejects with the source's error when it errors before that. */
  get begun(): Promise<void> {
    return this.#begun.promise;
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

  /** Whole frames after sequence number `after`, joined per event-loop turn; completes after the last. Unsubscribing
   *  leaves the run. */
  frames(after = 0): Observable<string> {
    return new Observable((subscriber) => {
      const reader: Reader = {
        cursor: Math.min(after, this.#frames.length),
        next: (chunk) => subscriber.next(chunk),
        complete: () => subscriber.complete(),
      };
      this.#readers.add(reader);
      this.#flushSoon();
      return () => this.#leave(reader);
    });
  }

  #break(error: unknown): void {
    if (this.#frames.length > 0) return this.#append([FAILED, this.#done('failed')]);
    this.#ended = true;
    this.#begun.reject(error);
    this.options.onStillborn();
  }

  #append(batch: EventBatch): void {
    for (const event of batch) {
      if (this.#ended) return;
      const frame = this.options.encode(this.id, this.#frames.length + 1, event);
      this.#frames.push(frame);
      this.#characters += frame.length;
      this.#ended = event.event === 'done';
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
    const from = this.#flushed;
    const fresh = this.#frames.slice(from);
    this.#flushed = this.#frames.length;
    const chunk = fresh.join('');
    for (const reader of this.#readers) this.#give(reader, from, chunk);
    if (fresh.length > 0) this.options.onFlush?.({ from: from + 1, frames: fresh, ended: this.#ended });
  }

  #give(reader: Reader, from: number, chunk: string): void {
    // A reader that has just come is behind the others and gets the past with its first chunk.
    const due = reader.cursor === from ? chunk : this.#frames.slice(reader.cursor).join('');
    reader.cursor = this.#frames.length;
    if (due !== '') reader.next(due);
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

const FAILED: ReadingEvent = {
  event: 'error',
  data: { error: 'The reading could not be finished. Please try again.', code: 'reading.failed' },
};
