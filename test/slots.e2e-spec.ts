import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Lifecycle } from '@app/http';
import { RETRIEVERS } from '@app/rag';
import { READING_DEFINITIONS, dreamReading } from '@app/readings';
import { scrape } from './harness/idle-streams.js';
import { ScriptableUpstream } from './harness/index.js';
import { postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

let asked = 0;
/** Each request differs: equal ones would share one reading. */
const dream = () => ({ dream: `A snake, the ${++asked}th time.`, locale: 'en' });

function rawPost(url: string, path: string, body: unknown, accept = 'text/event-stream'): string {
  const json = JSON.stringify(body);
  const head = [`POST ${path} HTTP/1.1`, `Host: ${new URL(url).host}`, 'Content-Type: application/json'];
  return [...head, `Accept: ${accept}`, `Content-Length: ${Buffer.byteLength(json)}`, '', json].join('\r\n');
}

describe('stream slots', () => {
  let upstream: ScriptableUpstream;
  let server: RunningServer;
  const sockets: Socket[] = [];

  const open = (...requests: readonly string[]) => {
    const { port, hostname } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write(requests.join(''));
    sockets.push(socket);
    return socket;
  };
  const active = async () => (await scrape(server.url))('http_streams_active');
  const start = async (variables: Readonly<Record<string, string>>) => {
    // Answers are bounded by a multiple of their section's limit.
    const sections = dreamReading.sections.map((section) => ({ ...section, maxTokens: 1_000_000 }));
    server = await startServer(
      { OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key', CACHE_TTL_SECONDS: '0', ...variables },
      [
        { token: RETRIEVERS, value: snakeRetrievers() },
        { token: READING_DEFINITIONS, value: [{ ...dreamReading, sections }] },
      ],
    );
  };

  beforeAll(async () => {
    upstream = await new ScriptableUpstream({ mode: 'stall?after=1', recordBodies: false }).start();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await server.close();
    upstream.mode = 'stall?after=1';
  });
  afterAll(() => upstream.stop());

  it('are limited per client, also for pipelined, attached and retrieving ones', async () => {
    await start({ MAX_STREAMS: '10', MAX_STREAMS_PER_CLIENT: '2' });
    const body = dream();
    const reading = await fetch(`${server.url}/v1/readings/dream`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(body),
    });
    open(rawPost(server.url, '/v1/readings/dream', dream()), rawPost(server.url, '/v1/readings/dream', dream()));
    await waitUntil(async () => (await active()) === 2);
    const refused = [
      await fetch(`${server.url}/v1/readings/${reading.headers.get('x-reading-id')}/events`),
      await fetch(`${server.url}/v1/retrieve`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query: 'a snake' }),
      }),
    ];
    for (const answer of refused) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
      expect(await answer.json()).toMatchObject({ code: 'limit.streams' });
    }
    expect(await active()).toBe(2);
    await reading.body?.cancel();
  });

  it('are released when the connection of pipelined requests closes', async () => {
    await start({ MAX_STREAMS: '10', MAX_STREAMS_PER_CLIENT: '10' });
    const requests = Array.from({ length: 5 }, () => rawPost(server.url, '/v1/readings/dream', dream()));
    const socket = open(...requests);
    await waitUntil(async () => (await active()) === 5);
    socket.destroy();
    await waitUntil(async () => (await active()) === 0);
    await waitUntil(() => upstream.stats.open === 0);
  });

  it('close a connection that pipelines hundreds of requests', async () => {
    await start({});
    const get = `GET /v1/readings HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\n\r\n`;
    const socket = open(get.repeat(1_000)).resume();
    await once(socket, 'close');
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  });

  it('are released by a reader that stops reading, whatever its backlog, as a stream or as a document', async () => {
    await start({ MAX_STREAMS: '10', SLOW_READER_TIMEOUT_MS: '300', MAX_BACKLOG_BYTES: '1000000000' });
    // More than a loopback socket buffers.
    upstream.mode = `ok?text=${Array.from({ length: 4_000 }, () => 'x'.repeat(1_000)).join(' ')}`;
    const readers = ['text/event-stream', 'application/json'].map((accept) =>
      open(rawPost(server.url, '/v1/readings/dream', dream(), accept)),
    );
    for (const reader of readers) reader.pause();
    await waitUntil(async () => (await scrape(server.url))('http_stream_slow_drops_total') === 2, 60_000);
    await waitUntil(async () => (await active()) === 0);
    upstream.mode = 'ok?tokens=5';
    const { events } = await postForEvents(`${server.url}/v1/readings/dream`, dream());
    expect(events.at(-1)).toMatchObject({ data: { status: 'ok' } });
  });

  it('are not released while a silent stream has nothing to read', async () => {
    await start({ SLOW_READER_TIMEOUT_MS: '100', HEARTBEAT_MS: '60000' });
    open(rawPost(server.url, '/v1/readings/dream', dream())).resume();
    await waitUntil(async () => (await active()) === 1);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await active()).toBe(1);
  });

  it('refuse retrievals and preparations while the server drains', async () => {
    await start({});
    server.app.get(Lifecycle).enter('draining');
    const bodies = { '/v1/retrieve': { query: 'a snake' }, '/counselor/init': { birth: { date: '1990-01-01' } } };
    for (const [path, body] of Object.entries(bodies)) {
      const refused = await fetch(server.url + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect([path, refused.status, refused.headers.get('retry-after')]).toEqual([path, 503, '2']);
    }
  });
});
