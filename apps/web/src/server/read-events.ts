import type { ReadingEvent } from './reading-events.js';
import { refusalOf } from './refusal.js';

/** Delays in ms before each reconnection; the reading fails after the last one. */
const RECONNECT_MS = [250, 1_000, 2_000, 4_000, 8_000];

export interface ReadOptions {
  readonly key: string;
  readonly signal: AbortSignal;
  readonly onEvent: (event: ReadingEvent) => void;
  /** Called when the connection is lost and is being restored. */
  readonly onLost: () => void;
}

/** Resume position in a stream. */
interface Place {
  id: string;
  done: boolean;
}

interface Following extends ReadOptions {
  readonly place: Place;
}

export const accessHeaders = (key: string): Record<string, string> => (key ? { Authorization: `Bearer ${key}` } : {});

/**
 * Posts a body and calls back once per Server-Sent Event. After a lost connection, resumes after the last received
 * event. Aborting the signal also stops the reading on the server. Rejects with a Refusal for an error response, and
 * with another error if the reading cannot be resumed.
 */
export async function startReading(
  request: { readonly kind: string; readonly body: unknown; readonly isRepeated?: boolean },
  options: ReadOptions,
): Promise<void> {
  const response = await fetch(`/v1/readings/${encodeURIComponent(request.kind)}?onDisconnect=continue`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
      ...(request.isRepeated && { 'Cache-Control': 'no-cache' }),
      ...accessHeaders(options.key),
    },
    body: JSON.stringify(request.body),
    signal: options.signal,
  });
  if (!response.ok) throw await refusalOf(response);
  const reading = `/v1/readings/${response.headers.get('X-Reading-Id')}`;
  const place: Place = { id: '', done: false };
  options.signal.addEventListener('abort', () => place.done || stop(reading, options.key), { once: true });
  await pass(response, { ...options, place });
  await followToEnd(reading, { ...options, place });
  if (place.done) return;
  stop(reading, options.key);
  throw new TypeError('The stream ended before the reading was complete.');
}

/** Replays a reading from its first event. Rejects with a Refusal when it is unknown or expired. */
export async function openReading(id: string, options: ReadOptions): Promise<void> {
  const reading = `/v1/readings/${encodeURIComponent(id)}`;
  const response = await fetch(`${reading}/events?after=0`, {
    headers: { Accept: 'text/event-stream', ...accessHeaders(options.key) },
    signal: options.signal,
  });
  if (!response.ok) throw await refusalOf(response);
  const place: Place = { id: '', done: response.status === 204 };
  if (!place.done) await pass(response, { ...options, place });
  await followToEnd(reading, { ...options, place });
  if (!place.done) throw new TypeError('The stream ended before the reading was complete.');
}

async function followToEnd(reading: string, following: Following): Promise<void> {
  for (const wait of RECONNECT_MS) {
    if (following.place.done) return;
    following.onLost();
    await new Promise((resolve) => setTimeout(resolve, wait));
    following.signal.throwIfAborted();
    await resume(`${reading}/events`, following);
  }
}

async function resume(url: string, following: Following): Promise<void> {
  const { key, signal, place } = following;
  const headers = {
    Accept: 'text/event-stream',
    ...accessHeaders(key),
    ...(place.id && { 'Last-Event-ID': place.id }),
  };
  const response = await fetch(url, { headers, signal }).catch((error: unknown) => ignoreLoss(error, signal));
  if (!response || response.status === 429 || response.status === 503) return;
  if (!response.ok) throw new TypeError('The rest of the reading is no longer available.');
  if (response.status === 200) await pass(response, following);
}

/** `keepalive` completes the request even when the page closes. */
function stop(url: string, key: string): void {
  void fetch(url, { method: 'DELETE', headers: accessHeaders(key), keepalive: true }).catch(() => {});
}

/** Treats lost connections as the end of the stream; rethrows only aborts. */
function ignoreLoss(error: unknown, signal: AbortSignal): undefined {
  if (signal.aborted) throw error;
}

/** Reads a stream until it ends or breaks. */
async function pass({ body }: Response, following: Following): Promise<void> {
  if (!body) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const next = () => reader.read().catch((error: unknown) => ignoreLoss(error, following.signal));
  let rest = '';
  for (let part = await next(); part && !part.done; part = await next()) {
    const frames = (rest + part.value).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) dispatch(frame, following);
  }
}

function dispatch(frame: string, { place, onEvent }: Following): void {
  const lines = frame.split('\n');
  const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const [event, data, id] = [field('event'), field('data'), field('id')];
  if (id) place.id = id;
  if (event === 'done') place.done = true;
  if (data) onEvent({ event, data: JSON.parse(data) } as ReadingEvent);
}
