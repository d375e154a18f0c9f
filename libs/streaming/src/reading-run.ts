import { EMPTY, Observable, type Subscriber, type Subscription } from 'rxjs';
import type { FrameEncoder } from './encode-frame.js';
import { EventHistory } from './event-history.js';
import { type FrameChunk, FrameLog } from './frame-log.js';
import type { EventBatch, ReadingEvent, ReadingFailed, ReadingStatus } from './reading-event.js';

/** New frames of one event-loop turn. */
export interface FlushedFrames extends FrameChunk {
  readonly ended: boolean;
}

export interface RunOptions {
  readonly id: string;
  readonly encode: FrameEncoder;
  /** Called when the source errors before its first event, so that there are no frames to send. */
  readonly onStartFailed: () => void;
  /** Called when the last reader has unsubscribed and the run has not ended. */
  readonly onAbandoned: () => void;
  /** Called after every event-loop turn that produced frames. */
  readonly onFlush?: (flushed: FlushedFrames) => void;
}

interface Reader {
  /** Sequence number of the last frame written to this reader. */
  seq: number;
  readonly subscriber: Subscriber<Buffer>;
}

/**
 * One running reading and the log of its frames. Any number of readers (subscriptions of clients) follow it, each from
 * a chosen event on, and receive the same bytes. Frames are encoded once and flushed once per event-loop turn.
 */
export class ReadingRun {
  readonly #log = new FrameLog();
  readonly #readers = new Set<Reader>();
  readonly startedAt = performance.now();
  readonly #begun = Promise.withResolvers<void>();
  /** Cleared with the last flush, so that a finished reading uses no heap. */
  #history: EventHistory | undefined = new EventHistory();
  #source: Subscription | undefined;
  #seq = 0;
  #pending = '';
  #flushScheduled = false;
  #ended = false;
  #failure: ReadingFailed | undefined;
  #failureSent = false;

  constructor(private readonly options: RunOptions) {
    // Prevents an unhandled rejection when nothing awaits `begun`.
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

  /** All complete frames flushed so far. */
  get flushed(): FrameChunk {
    return { from: 1, to: this.#log.lastSeq, bytes: this.#log.after(0) };
  }

  /** Size of the log in bytes. */
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

  /** See `EventHistory`; empty after the last flush. Observing does not keep the run alive. */
  get events(): Observable<ReadingEvent> {
    return this.#history?.events ?? EMPTY;
  }

  /**
   * Subscribes to the source. Adds a `done` event when the source completes without one or errors after its first
   * event.
   */
  start(events: Observable<EventBatch>): this {
    this.#source = events.subscribe({
      next: (batch) => this.#append(batch),
      error: (error: unknown) => this.#fail(error),
      complete: () => {
        if (!this.#ended) this.#append([doneAfter(this.startedAt, 'failed')]);
      },
    });
    if (this.#ended) this.#source.unsubscribe();
    return this;
  }

  /**
   * Stops the source and ends the reading for every reader. No effect after the end.
   * @param first events to send before `done`
   */
  cancel(first: EventBatch = []): void {
    if (this.#ended) return;
    this.#source?.unsubscribe();
    this.#append([...first, cancelledAfter(this.startedAt)]);
  }

  /**
   * Complete frames after sequence number `after`, one chunk per event-loop turn; completes after the last one.
   * Unsubscribing removes the reader.
   */
  frames(after = 0): Observable<Buffer> {
    return new Observable((subscriber) => {
      const reader: Reader = { seq: Math.min(after, this.#log.lastSeq), subscriber };
      this.#readers.add(reader);
      this.#scheduleFlush();
      return () => this.#leave(reader);
    });
  }

  #fail(error: unknown): void {
    if (this.#seq > 0) return this.#append([doneAfter(this.startedAt, 'failed')]);
    this.#ended = true;
    this.#history?.end();
    this.#begun.reject(error);
    this.options.onStartFailed();
  }

  #append(batch: EventBatch): void {
    for (const event of batch) {
      if (this.#ended) return;
      if (event.event === 'done') {
        if (event.data.status === 'failed' && !this.#history?.hasText) this.#sendFailure();
        this.#ended = true;
      }
      this.#send(event);
    }
    this.#begun.resolve();
    this.#scheduleFlush();
  }

  /**
   * A failed reading without any text sends one `error` event; after partial text, the end events of the sections
   * suffice.
   */
  #sendFailure(): void {
    if (!this.#failureSent) this.#send({ event: 'error', data: this.#failure ?? UNFINISHED });
  }

  #send(event: ReadingEvent): void {
    if (event.event === 'error') this.#failureSent = true;
    else if (event.event === 'section' && event.data.status === 'failed')
      this.#failure ??= { error: event.data.message, code: event.data.code };
    this.#pending += this.options.encode(this.id, ++this.#seq, event);
    this.#history?.add(event);
  }

  #scheduleFlush(): void {
    if (this.#flushScheduled) return;
    this.#flushScheduled = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#flushScheduled = false;
    const from = this.#log.lastSeq;
    const pending = this.#pending;
    this.#pending = '';
    const fresh = this.#seq > from ? this.#log.append(this.#seq, pending) : undefined;
    for (const reader of this.#readers) this.#write(reader, from, fresh?.bytes ?? NOTHING);
    if (fresh) this.options.onFlush?.({ ...fresh, ended: this.#ended });
    if (!this.#ended) return;
    this.#history = undefined;
    this.#log.compact();
  }

  #write(reader: Reader, from: number, fresh: Buffer): void {
    // A reader that has just joined receives all earlier frames in its first chunk.
    const due = reader.seq === from ? fresh : this.#log.after(reader.seq);
    reader.seq = this.#log.lastSeq;
    if (due.length > 0) reader.subscriber.next(due);
    if (this.#ended) reader.subscriber.complete();
  }

  #leave(reader: Reader): void {
    this.#readers.delete(reader);
    if (this.#readers.size === 0 && !this.#ended) this.options.onAbandoned();
  }
}

const doneAfter = (startedAt: number, status: ReadingStatus): ReadingEvent => ({
  event: 'done',
  data: { done: true, status, ms: Math.round(performance.now() - startedAt), timings: {} },
});

/** The `done` event of a cancelled reading. @param startedAt start of the run, as `performance.now()` */
export const cancelledAfter = (startedAt: number): ReadingEvent => doneAfter(startedAt, 'cancelled');

const NOTHING = Buffer.alloc(0);

const UNFINISHED: ReadingFailed = {
  error: 'The reading could not be finished. Please try again.',
  code: 'reading.failed',
};
