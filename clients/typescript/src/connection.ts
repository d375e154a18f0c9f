import { createParser } from 'eventsource-parser';
import { ReadingError } from './reading-error.js';
import type { ReadingEvent, ReadOptions } from './reading-event.js';

const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 8_000;
const MAX_RETRY_AFTER_MS = 30_000;
/** After this many consecutive resumptions without an event, the reading is requested again. */
const MAX_EMPTY_RESUMPTIONS = 2;

/** A reading to request with an input, or an existing one to follow by its id. */
export type Target = { readonly path: string; readonly input: object } | { readonly id: string };

/** One reading on the server: its id and the last received event. */
export class Connection {
  readonly #key: string;
  #reading: string;
  #lastId = '';
  /** Number of repeated requests for the reading; each uses its own idempotency key. */
  #restarts = 0;
  #emptyResumptions = 0;
  #attempts = 0;
  #received = false;
  /** Error response because of which the request is repeated. */
  #refusal: ReadingError | undefined;

  constructor(
    private readonly target: Target,
    private readonly options: ReadOptions,
  ) {
    this.#key = options.idempotencyKey ?? randomKey();
    this.#reading = 'id' in target ? target.id : '';
  }

  /** Id of the reading; empty before the server's response. */
  get reading(): string {
    return this.#reading;
  }

  /** Whether this client started the reading. A reading followed by its id is never stopped on the server. */
  get isOwn(): boolean {
    return !('id' in this.target);
  }

  /** Yields every event once, in order, and reconnects after lost connections; ends after `done`. */
  async *events(signal: AbortSignal): AsyncGenerator<ReadingEvent> {
    for (;;) {
      const response = await this.#request(signal);
      const before = this.#lastId;
      let shutdown = false;
      for await (const event of response ? eventsOf(response, signal, this.options.silenceMs) : []) {
        if (!this.#isNew(event)) continue;
        shutdown ||= event.event === 'shutdown';
        // A server that shuts down ends its readings as `cancelled`; request the reading again instead.
        if (shutdown && event.event === 'done' && this.isOwn) break;
        yield event;
        if (event.event === 'done') return;
      }
      this.#afterLoss(shutdown, before);
      await this.#pause(signal);
    }
  }

  /** Stops the reading on the server. `keepalive` completes the request even when the page closes. */
  async stop(): Promise<void> {
    if (this.#reading === '' || !this.isOwn) return;
    await this.#fetch(this.#readingUrl, { method: 'DELETE', headers: this.#headers(), keepalive: true }).catch(
      () => {},
    );
  }

  #isNew({ id }: ReadingEvent): boolean {
    const [reading, number] = split(id);
    const [known, last] = split(this.#lastId);
    if (reading === known && number <= last) return false;
    this.#lastId = id;
    this.#reading = reading;
    this.#attempts = 0;
    this.#received = true;
    return true;
  }

  #afterLoss(shutdown: boolean, before: string): void {
    this.#emptyResumptions = before !== '' && before === this.#lastId ? this.#emptyResumptions + 1 : 0;
    if (!this.isOwn || (!shutdown && this.#emptyResumptions < MAX_EMPTY_RESUMPTIONS)) return;
    this.#restarts++;
    this.#emptyResumptions = 0;
    this.#lastId = '';
  }

  /** Returns undefined when the request should be repeated. @throws ReadingError, or what `fetch` throws */
  async #request(signal: AbortSignal): Promise<Response | undefined> {
    let response: Response;
    this.#refusal = undefined;
    try {
      response = await this.#send(signal);
    } catch (error) {
      // Report connection errors immediately before the first event.
      if (signal.aborted || !this.#received || this.#isLastAttempt()) throw error;
      return undefined;
    }
    this.#reading = response.headers.get('X-Reading-Id') ?? this.#reading;
    if (response.ok) return response;
    const error = await ReadingError.of(response);
    if (![429, 503].includes(response.status) || this.#isLastAttempt()) throw error;
    const waitMs = Number(response.headers.get('Retry-After') ?? 0) * 1_000;
    if (waitMs > MAX_RETRY_AFTER_MS) throw error;
    this.#refusal = error;
    await sleep(waitMs, signal);
    return undefined;
  }

  #send(signal: AbortSignal): Promise<Response> {
    const { target } = this;
    const headers = {
      ...this.#headers(),
      Accept: 'text/event-stream',
      ...(this.#lastId && { 'Last-Event-ID': this.#lastId }),
    };
    if ('id' in target) {
      const url = `${this.#readingUrl}/events${this.#lastId ? '' : '?after=0'}`;
      return this.#fetch(url, { headers, signal });
    }
    const key = this.#restarts === 0 ? this.#key : `${this.#key}.${this.#restarts}`;
    return this.#fetch(`${this.options.url ?? ''}${target.path}`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(target.input),
      signal,
    });
  }

  #isLastAttempt(): boolean {
    return this.#attempts >= (this.options.retries ?? 8);
  }

  async #pause(signal: AbortSignal): Promise<void> {
    if (this.#isLastAttempt())
      throw new ReadingError({ code: 'reading.incomplete', title: 'The connection was lost.', retryable: true });
    this.options.onRetry?.(this.#refusal);
    const delay = Math.min(FIRST_DELAY_MS * 2 ** this.#attempts++, MAX_DELAY_MS);
    // Random delay, so that clients which lost the same server do not reconnect at the same moment.
    await sleep(delay * (0.5 + Math.random() / 2), signal);
  }

  get #readingUrl(): string {
    return `${this.options.url ?? ''}/v1/readings/${encodeURIComponent(this.#reading)}`;
  }

  #headers(): Record<string, string> {
    const { key, headers } = this.options;
    return { ...(key && { Authorization: `Bearer ${key}` }), ...headers };
  }

  #fetch(url: string, init: RequestInit): Promise<Response> {
    return (this.options.fetch ?? fetch)(url, init);
  }
}

/** Replaces `crypto.randomUUID`, which is missing on pages without TLS. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Reading and number of an event id. */
function split(id: string): readonly [reading: string, number: number] {
  const at = id.lastIndexOf('.');
  return [id.slice(0, at), Number(id.slice(at + 1))];
}

/**
 * Yields the events of one response; returns when the connection ends for any reason.
 * @throws only when `signal` aborts
 */
async function* eventsOf(response: Response, signal: AbortSignal, silenceMs = 30_000): AsyncGenerator<ReadingEvent> {
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let received: ReadingEvent[] = [];
  const parser = createParser({
    onEvent: ({ id = '', event, data }) => received.push({ id, event, data: JSON.parse(data) } as ReadingEvent),
  });
  try {
    for (;;) {
      const chunk = await withinMs(silenceMs, reader.read());
      if (chunk.done) return;
      parser.feed(decoder.decode(chunk.value, { stream: true }));
      yield* received;
      received = [];
    }
  } catch (error) {
    if (signal.aborted) throw error;
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function withinMs<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No bytes arrived.')), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
