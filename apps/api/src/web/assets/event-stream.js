/** An error response of the server. `code` is stable; `fields` names the invalid fields. */
export class Refusal extends Error {
  constructor({ code = '', detail, title = '', errors = [] }) {
    super([detail ?? title, ...errors.map(({ field, message }) => `${field}: ${message}`)].filter(Boolean).join(' · '));
    this.code = code;
    this.fields = errors.map(({ field }) => field);
  }
}

/** Delays in ms before each reconnection; the reading fails after the last one. */
const RECONNECT_MS = [250, 1_000, 2_000, 4_000, 8_000];

/**
 * Posts a body and calls back once per Server-Sent Event. After a lost connection, calls `onLost` and resumes after the
 * last received event. Aborting the signal also stops the reading on the server. Rejects with a Refusal for an error
 * response, and with another error if the reading cannot be resumed.
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
  throw new TypeError('The stream ended before the reading was complete.');
}

async function goOn(url, { access, place, signal }, onEvent) {
  const headers = { ...access, ...(place.id && { 'Last-Event-ID': place.id }) };
  const response = await fetch(url, { headers, signal }).catch((error) => lost(error, signal));
  if (!response || response.status === 429 || response.status === 503) return;
  if (!response.ok) throw new TypeError('The rest of the reading is no longer available.');
  if (response.status === 200) await pass(response.body, place, onEvent, signal);
}

/** `keepalive` completes the request even when the page closes. */
function stop(url, headers) {
  void fetch(url, { method: 'DELETE', headers, keepalive: true }).catch(() => {});
}

/** Treats lost connections as the end of the stream; rethrows only aborts. */
function lost(error, signal) {
  if (signal.aborted) throw error;
}

/** Reads a stream until it ends or breaks; `place` is the resume position. */
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
