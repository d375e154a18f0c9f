/** The server said no. `code` is stable; `fields` are the names of what was wrong. */
export class Refusal extends Error {
  constructor({ code = '', detail, title = '', errors = [] }) {
    super([detail ?? title, ...errors.map(({ field, message }) => `${field}: ${message}`)].filter(Boolean).join(' · '));
    this.code = code;
    this.fields = errors.map(({ field }) => field);
  }
}

/**
 * Posts a body and calls back with each Server-Sent Event.
 * Rejects with a Refusal when the server says no, with a TypeError when the connection is lost, also in the middle.
 */
export async function readEvents({ url, body, key, signal }, onEvent) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
      ...(key && { Authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) throw new Refusal(await problemOf(response));
  if (!(await pass(response.body, onEvent))) throw new TypeError('The stream ended before the reading did.');
}

/** Resolves with whether the last event, `done`, has come. */
async function pass(stream, onEvent) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let done = false;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const frames = (rest + part.value).split('\n\n');
    rest = frames.pop();
    for (const frame of frames) done = dispatch(frame, onEvent) === 'done' || done;
  }
  return done;
}

function dispatch(frame, onEvent) {
  const lines = frame.split('\n');
  const field = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const [event, data] = [field('event'), field('data')];
  if (data) onEvent(event, JSON.parse(data));
  return event;
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { title: `HTTP ${response.status}` };
  }
}
