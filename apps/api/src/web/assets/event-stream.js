/** The server said no. `code` is stable; `fields` are the names of what was wrong. */
export class Refusal extends Error {
  constructor({ code = '', detail, title = '', errors = [] }) {
    super([detail ?? title, ...errors.map(({ field, message }) => `${field}: ${message}`)].filter(Boolean).join(' · '));
    this.code = code;
    this.fields = errors.map(({ field }) => field);
  }
}

/** Waits before each attempt to go on after a lost connection, ms; after the last one the reading is given up. */
const RECONNECT_MS = [250, 1_000, 2_000, 4_000, 8_000];

/**
 * Posts a body and calls back with each Server-Sent Event, each once. When the connection is lost in the middle it asks
 * for the rest, exactly after the last event that came, and calls `onLost`; an aborted signal stops the reading on the
 * server too.
 * Rejects with a Refusal when the server says no, with another error when the reading cannot be read to its end.
 */
export async function readEvents({ url, body, key, signal, onLost }, onEvent) {
  const access = key ? { Authorization: `Bearer ${key}` } : {};
  const response = await fetch(`${url}?onDisconnect=continue`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', ...access },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) throw new Refusal(await problemOf(response));
  const reading = `/v1/readings/${response.headers.get('X-Reading-Id')}`;
  const place = { id: '', done: false };
  signal.addEventListener('abort', () => place.done || stop(reading, access), { once: true });
  await pass(response.body, place, onEvent, signal);
  for (const wait of RECONNECT_MS) {
    if (place.done) return;
    onLost();
    await new Promise((resolve) => setTimeout(resolve, wait));
    signal.throwIfAborted();
    await goOn(`${reading}/events`, { access, place, signal }, onEvent);
  }
  if (place.done) return;
  stop(reading, access);
  throw new TypeError('The stream ended before the reading did.');
}

async function goOn(url, { access, place, signal }, onEvent) {
  const headers = { ...access, ...(place.id && { 'Last-Event-ID': place.id }) };
  const response = await fetch(url, { headers, signal }).catch((error) => lost(error, signal));
  if (!response || response.status === 429 || response.status === 503) return;
  if (!response.ok) throw new TypeError('The rest of the reading is no longer there.');
  if (response.status === 200) await pass(response.body, place, onEvent, signal);
}

/** Outlives the page. */
function stop(url, headers) {
  void fetch(url, { method: 'DELETE', headers, keepalive: true }).catch(() => {});
}

/** A connection may go at any time; only a stop is an error here. */
function lost(error, signal) {
  if (signal.aborted) throw error;
}

/** Reads a stream as far as it goes; `place` is where it got. */
async function pass(stream, place, onEvent, signal) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  const next = () => reader.read().catch((error) => lost(error, signal));
  let rest = '';
  for (let part = await next(); part && !part.done; part = await next()) {
    const frames = (rest + part.value).split('\n\n');
    rest = frames.pop();
    for (const frame of frames) dispatch(frame, place, onEvent);
  }
}

function dispatch(frame, place, onEvent) {
  const lines = frame.split('\n');
  const field = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const [event, data, id] = [field('event'), field('data'), field('id')];
  if (id) place.id = id;
  if (event === 'done') place.done = true;
  if (data) onEvent(event, JSON.parse(data));
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { title: `HTTP ${response.status}` };
  }
}
