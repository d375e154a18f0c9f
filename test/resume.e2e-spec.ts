import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { ScriptableUpstream } from './harness/index.js';
import { postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';
import { StreamSlots } from '../apps/api/src/readings/stream-slots.js';

const dream = { dream: 'A snake.', locale: 'en' };

describe('GET /v1/readings/{id}/events', () => {
  let upstream: ScriptableUpstream;
  let server: RunningServer;

  beforeAll(async () => {
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=60' }).start();
    const variables = { OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key', CACHE_TTL_SECONDS: '0' };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterAll(async () => {
    await server.close();
    await upstream.stop();
  });

  const resume = (id: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}/v1/readings/${id}/events`, { headers });

  it('continues exactly after every event of a long reading: before + after = whole, byte for byte', async () => {
    const { bytes, events, headers } = await postForEvents(`${server.url}/v1/readings/dream`, dream);
    const id = String(headers.get('x-reading-id'));
    const frames = bytes.split(/(?<=\n\n)/);
    expect(frames).toHaveLength(events.length);
    for (let read = 0; read < events.length; read++) {
      const response = await resume(id, read === 0 ? {} : { 'Last-Event-ID': events[read - 1]?.id ?? '' });
      expect(frames.slice(0, read).join('') + (await response.text())).toBe(bytes);
    }
    expect((await resume(id, { 'Last-Event-ID': events.at(-1)?.id ?? '' })).status).toBe(204);
    expect((await fetch(`${server.url}/v1/readings/${id}/events?after=${events.length - 1}`)).status).toBe(200);
  });

  it('continues while the reading is still running', async () => {
    upstream.mode = 'ok?tokens=30&delay=10';
    const first = await fetch(`${server.url}/v1/readings/dream?onDisconnect=continue`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(dream),
    });
    const id = String(first.headers.get('x-reading-id'));
    const reader = first.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    const seen = new TextDecoder().decode(value);
    await reader?.cancel();
    const last = [...seen.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? '';
    const rest = await (await resume(id, { 'Last-Event-ID': last })).text();
    const whole = await (await resume(id)).text();
    expect(seen + rest).toBe(whole);
    expect(whole).toContain('"status":"ok"');
    upstream.mode = 'ok?tokens=60';
  });

  it('answers 409 for the document of a stopped reading', async () => {
    upstream.mode = 'ok?tokens=30&delay=100';
    const ask = (accept: string) =>
      fetch(`${server.url}/v1/readings/dream`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'stopped', Accept: accept },
        body: JSON.stringify(dream),
      });
    const stream = await ask('text/event-stream');
    const document = ask('application/json');
    await waitUntil(() => server.app.get(StreamSlots).open === 2);
    await fetch(`${server.url}/v1/readings/${stream.headers.get('x-reading-id')}`, { method: 'DELETE' });
    expect(await stream.text()).toContain('"status":"cancelled"');
    const refused = await document;
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'reading.cancelled', retryable: true });
    upstream.mode = 'ok?tokens=60';
  });

  it('answers 404 for an unknown id, 400 for an event of another reading', async () => {
    expect((await resume('00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await resume('00000000-0000-4000-8000-000000000000', { 'Last-Event-ID': 'x.y' })).status).toBe(400);
  });
});
