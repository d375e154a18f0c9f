/** Posts a body and calls back with each Server-Sent Event; rejects with the problem's detail when the server says no. */
export async function readEvents(url, body, onEvent, signal) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) throw new Error(await problemText(response));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const frames = (rest + part.value).split('\n\n');
    rest = frames.pop();
    for (const frame of frames) dispatch(frame, onEvent);
  }
}

function dispatch(frame, onEvent) {
  const lines = frame.split('\n');
  const field = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const data = field('data');
  if (data) onEvent(field('event') ?? 'message', JSON.parse(data));
}

async function problemText(response) {
  try {
    const { detail, title, errors = [] } = await response.json();
    return [detail ?? title, ...errors.map(({ field, message }) => `${field}: ${message}`)].join(' ');
  } catch {
    return `HTTP ${response.status}`;
  }
}
