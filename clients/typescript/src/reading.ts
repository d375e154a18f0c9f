import type { Connection } from './connection.js';
import { Collector, type FinalReading } from './final-reading.js';
import type { ReadingEvent } from './reading-event.js';

/**
 * One reading: iterate over its events as they arrive, await `final()`, or iterate first and then await `final()`. The
 * first of these calls sends the request. Leaving the loop early stops the reading on the server.
 */
export class Reading<K extends string = string> implements AsyncIterable<ReadingEvent<K>> {
  readonly #abort = new AbortController();
  readonly #collector = new Collector<K>();
  readonly #events: AsyncGenerator<ReadingEvent<K>>;
  readonly #signal: AbortSignal;
  #isDone = false;
  #end: Promise<void> | undefined;
  #ended!: () => void;
  #failed!: (error: unknown) => void;

  constructor(
    private readonly connection: Connection,
    signal?: AbortSignal,
  ) {
    this.#signal = signal ? AbortSignal.any([signal, this.#abort.signal]) : this.#abort.signal;
    // Stop immediately instead of when the next event is requested.
    this.#signal.addEventListener('abort', () => void (this.#isDone || connection.stop()), { once: true });
    this.#events = this.#follow();
  }

  /** Id of the reading; empty until the first event. */
  get id(): string {
    return this.connection.reading;
  }

  /** Yields every event once, in order. A second `reading` event means that the reading starts again. */
  [Symbol.asyncIterator](): AsyncGenerator<ReadingEvent<K>> {
    this.#end ??= this.#endOfEvents();
    return this.#events;
  }

  /** The finished reading. @throws ReadingError, or the signal's reason if it was aborted */
  async final(): Promise<FinalReading<K>> {
    if (this.#end) await this.#end;
    else for await (const event of this) void event;
    return this.#collector.result();
  }

  /** Stops the reading on the client and on the server. */
  stop(): void {
    this.#abort.abort();
  }

  async *#follow(): AsyncGenerator<ReadingEvent<K>> {
    try {
      this.#signal.throwIfAborted();
      for await (const event of this.connection.events(this.#signal) as AsyncGenerator<ReadingEvent<K>>) {
        this.#isDone = event.event === 'done';
        this.#collector.add(event);
        yield event;
      }
    } catch (error) {
      this.#failed(error);
      throw error;
    } finally {
      this.#ended();
      if (!this.#isDone) this.stop();
    }
  }

  /** Settles when the events end. Rejections are handled, because `final()` may never be called. */
  #endOfEvents(): Promise<void> {
    const end = new Promise<void>((resolve, reject) => {
      this.#ended = resolve;
      this.#failed = reject;
    });
    end.catch(() => {});
    return end;
  }
}
