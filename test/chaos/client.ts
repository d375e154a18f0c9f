import { type Socket, connect } from 'node:net';
import type { ReadingEvent } from '@app/streaming';
import type { ScriptableUpstream } from '../harness/index.js';
import { parseEvents } from '../harness/read-events.js';

let asked = 0;
/** Makes a different dream for each call, because equal requests would share one reading. */
export const newDream = (word = 'snake') => ({ dream: `A ${word} crossed river number ${++asked}.`, locale: 'en' });

export interface ReadOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly signal?: AbortSignal;
}

export function post(url: string, body: unknown, { headers, query = '', signal }: ReadOptions = {}): Promise<Response> {
  return fetch(`${url}${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

export const postDream = (url: string, body: unknown = newDream(), options: ReadOptions = {}): Promise<Response> =>
  post(`${url}/v1/readings/dream`, body, options);

export interface Read {
  readonly http: number;
  /** Status of the `done` event; `none` if there is no such event. */
  readonly status: string;
  readonly events: readonly ReadingEvent[];
  readonly bytes: string;
  readonly firstTextMs: number;
  readonly ms: number;
}

/** Reads a dream's stream until it ends or the connection breaks. */
export async function readDream(url: string, body: unknown = newDream(), options: ReadOptions = {}): Promise<Read> {
  const startedAt = performance.now();
  const response = await postDream(url, body, options);
  let [bytes, firstTextMs] = ['', Number.NaN];
  try {
    for await (const chunk of response.body ?? []) {
      bytes += Buffer.from(chunk as Uint8Array).toString();
      if (Number.isNaN(firstTextMs) && bytes.includes('event: delta')) firstTextMs = performance.now() - startedAt;
    }
  } catch {
    // The connection broke; evaluate the bytes received so far.
  }
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const events = isStream ? parseEvents(bytes.slice(0, bytes.lastIndexOf('\n\n') + 2)) : [];
  const done = events.find((event) => event.event === 'done');
  const status = done?.event === 'done' ? done.data.status : 'none';
  return { http: response.status, status, events, bytes, firstTextMs, ms: performance.now() - startedAt };
}

export function textsOf({ events }: Read): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { event, data } of events)
    if (event === 'delta') texts[data.section] = (texts[data.section] ?? '') + data.content;
  return texts;
}

/** Number of completion requests, without embedding requests. */
export const completionCalls = ({ stats }: ScriptableUpstream): number =>
  stats.requests.filter(({ path }) => path.endsWith('/chat/completions')).length;

/** Sends bytes on a plain socket and collects the response unless the socket is paused. */
export function rawConnection(url: string, bytes: string): Socket & { received: string } {
  const { port, hostname } = new URL(url);
  const socket = Object.assign(connect(Number(port), hostname), { received: '' });
  socket.on('error', () => {});
  socket.setEncoding('latin1').on('data', (text) => (socket.received += String(text)));
  socket.write(bytes);
  return socket;
}

export function rawPost(path: string, body: string, headers: readonly string[] = [], version = '1.1'): string {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  const own = ['Host: 127.0.0.1', 'Content-Type: application/json', 'Accept: text/event-stream', length];
  const head = [`POST ${path} HTTP/${version}`, ...own, ...headers];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export const times = <Value>(count: number, make: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at));
