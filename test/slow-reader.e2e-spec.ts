import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { RETRIEVERS } from '@app/rag';
import { READING_DEFINITIONS, dreamReading } from '@app/readings';
import { ScriptableUpstream } from './harness/index.js';
import { postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

let asked = 0;
/** Each request differs: equal ones would share one reading. */
const dream = () => ({ dream: `A snake, the ${++asked}th time.`, locale: 'en' });

describe('a client that does not read, and more clients than MAX_STREAMS', () => {
  let upstream: ScriptableUpstream;
  let server: RunningServer;

  beforeAll(async () => {
    // About 15 MB of text: more than a loopback socket and its peer buffer for a client that does not read.
    const text = Array.from({ length: 5_000 }, () => 'x'.repeat(1_000)).join(' ');
    upstream = await new ScriptableUpstream({ mode: `ok?text=${text}`, recordBodies: false }).start();
    const variables = {
      OPENAI_BASE_URL: upstream.url,
      OPENAI_API_KEY: 'key',
      OPENAI_MAX_CONCURRENCY: '512',
      LLM_CONNECT_TIMEOUT_MS: '30000',
      LLM_FIRST_TOKEN_TIMEOUT_MS: '30000',
      CACHE_TTL_SECONDS: '0',
      MAX_STREAMS: '100',
      MAX_STREAMS_PER_CLIENT: '100',
    };
    // Answers are bounded by a multiple of their section's limit, so the limit must allow 5 MB.
    const sections = dreamReading.sections.map((section) => ({ ...section, maxTokens: 1_000_000 }));
    server = await startServer(variables, [
      { token: RETRIEVERS, value: snakeRetrievers() },
      { token: READING_DEFINITIONS, value: [{ ...dreamReading, sections }] },
    ]);
  });
  afterAll(async () => {
    await server.close();
    await upstream.stop();
  });

  it('disconnects it at the backlog limit and serves the other 99', async () => {
    const { port, hostname } = new URL(server.url);
    const body = JSON.stringify(dream());
    const stuck = connect(Number(port), hostname);
    stuck.pause();
    stuck.write(
      `POST /v1/readings/dream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    const dropped = async () =>
      /^http_stream_slow_drops_total 1$/m.test(await (await fetch(`${server.url}/metrics`)).text());
    const deadline = performance.now() + 20_000;
    while (!(await dropped()) && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await dropped()).toBe(true);
    upstream.mode = 'ok?tokens=20';
    const others = await Promise.all(
      Array.from({ length: 99 }, () => postForEvents(`${server.url}/v1/readings/dream`, dream())),
    );
    for (const { events } of others) expect(events.at(-1)).toMatchObject({ data: { status: 'ok' } });
    stuck.on('error', () => {});
    stuck.destroy();
    await once(stuck, 'close');
  });

  it('answers 503 with Retry-After without delay when every stream slot is used', async () => {
    upstream.mode = 'stall?after=1';
    const abort = new AbortController();
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(dream()),
      signal: abort.signal,
    };
    const open = await Promise.all(Array.from({ length: 99 }, () => fetch(`${server.url}/v1/readings/dream`, init)));
    expect(open.map(({ status }) => status)).toEqual(Array.from({ length: 99 }, () => 200));
    // A pending JSON document counts as a stream.
    const gathered = { ...init, headers: { ...init.headers, Accept: 'application/json' } };
    const gathering = fetch(`${server.url}/v1/readings/dream`, gathered).catch(() => undefined);
    await waitUntil(async () => /^http_streams_active 100$/m.test(await (await fetch(`${server.url}/metrics`)).text()));
    const refused = await fetch(`${server.url}/v1/readings/dream`, init);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await refused.json()).toMatchObject({ code: 'server.busy', retryable: true });
    abort.abort();
    await gathering;
    await waitUntil(async () => /^http_streams_active 0$/m.test(await (await fetch(`${server.url}/metrics`)).text()));
  });
});
