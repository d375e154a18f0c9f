import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { take } from 'rxjs';
import { ScriptableUpstream, type UpstreamOptions } from './harness/index.js';
import { openClient } from './harness/open-client.js';
import { count, openAtLast, pause, prompt, section, sections } from './harness/run-sections.js';
import { waitUntil } from './harness/wait-until.js';

Logger.overrideLogger(false);

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start(options: UpstreamOptions, variables: Readonly<Record<string, string>> = {}) {
  const upstream = await new ScriptableUpstream(options).start();
  opened.push(() => upstream.stop());
  const made = await openClient({ OPENAI_BASE_URL: upstream.url, ...variables }, upstream.certificate);
  opened.push(() => made.client.onModuleDestroy());
  return { upstream, ...made };
}

describe('the pool over HTTP/1.1', () => {
  it.each([
    ['plain', {}],
    ['TLS', { tls: true }],
  ])('%s: keeps the sockets it is sized for, and lends more to a burst', async (_, options) => {
    const { upstream, client, metric } = await start({ mode: 'ok?first=1500', ...options });
    expect(count(await sections(client, 30))).toEqual({ done: 30 });
    expect(upstream.stats.counts()).toMatchObject({ peak: 30, socketsOpened: 30 });
    expect(await metric('llm_connections')).toBe(30);
    await waitUntil(() => upstream.stats.socketsOpen <= 10);
    expect(upstream.stats.socketsOpen).toBe(10);
    expect(count(await sections(client, 10))).toEqual({ done: 10 });
    expect(upstream.stats.socketsOpened).toBe(30);
  });

  it('reuses one socket for sequential sections', async () => {
    const { upstream, client } = await start({});
    for (let index = 0; index < 20; index++) expect((await section(client)).end).toBe('done');
    expect(upstream.stats.counts()).toMatchObject({ started: 20, socketsOpened: 1 });
  });

  it('limits concurrent streams to OPENAI_MAX_CONCURRENCY', async () => {
    const { upstream, client } = await start({ mode: 'ok?first=30' }, { OPENAI_MAX_CONCURRENCY: '7' });
    expect(count(await sections(client, 40))).toEqual({ done: 40 });
    expect(upstream.stats.counts()).toMatchObject({ peak: 7, socketsOpened: 7 });
  });
});

describe('the pool over HTTP/2', () => {
  it('multiplexes all streams on one socket from the first burst', async () => {
    const { upstream, client } = await start({ http2: true, mode: 'ok?first=50' });
    expect(count(await sections(client, 64))).toEqual({ done: 64 });
    expect(upstream.stats.counts()).toMatchObject({ peak: 64, socketsOpened: 1 });
    expect(new Set(upstream.stats.requests.map(({ httpVersion }) => httpVersion))).toEqual(new Set(['2.0']));
  });

  it('sends no new requests on an unresponsive connection', async () => {
    const { upstream, client } = await start(
      { http2: true, mode: ({ index }) => (index === 1 ? 'hang' : 'ok') },
      { LLM_FIRST_TOKEN_TIMEOUT_MS: '200' },
    );
    expect([(await section(client)).end, (await section(client)).end, (await section(client)).end]).toEqual([
      'done',
      'llm.timeout',
      'done',
    ]);
    expect(upstream.stats.socketsOpened).toBe(2);
    expect(await openAtLast(upstream)).toBe(0);
  });
});

describe('connecting', () => {
  it('fails at the connect deadline when the handshake stalls', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    opened.push(async () => silent.close());
    const { client } = await openClient({
      OPENAI_BASE_URL: `https://127.0.0.1:${(silent.address() as AddressInfo).port}/v1`,
      LLM_CONNECT_TIMEOUT_MS: '300',
      LLM_SECTION_TIMEOUT_MS: '350',
    });
    opened.push(() => client.onModuleDestroy());
    const { end, ms } = await section(client);
    expect(end).toBe('llm.timeout');
    expect(ms).toBeGreaterThan(290);
  });

  it('rejects an untrusted certificate', async () => {
    const upstream = await new ScriptableUpstream({ http2: true }).start();
    opened.push(() => upstream.stop());
    const { client } = await openClient({ OPENAI_BASE_URL: upstream.url });
    opened.push(() => client.onModuleDestroy());
    expect((await section(client)).end).toBe('llm.unavailable');
    expect(upstream.stats.started).toBe(0);
  });
});

describe.each([
  ['HTTP/1.1', {}],
  ['HTTP/2', { http2: true }],
])('cancelled streams over %s', (_, options: UpstreamOptions) => {
  it('leaves no request open after 1 000 cancellations at random times', async () => {
    const { upstream, client, metric } = await start(
      { ...options, mode: 'ok?tokens=100&first=20&delay=4' },
      { OPENAI_MAX_CONCURRENCY: '100' },
    );
    const leave = async (afterMs: number) => {
      const reading = client.stream(prompt('left')).subscribe({ error: () => undefined });
      await pause(afterMs);
      reading.unsubscribe();
    };
    for (let round = 0; round < 10; round++) {
      await Promise.all(Array.from({ length: 100 }, () => leave(Math.random() * 500)));
    }
    expect(await openAtLast(upstream)).toBe(0);
    expect(client.upstreams[0]).toMatchObject({ inFlight: 0, waiting: 0, breaker: 'closed', limit: 100 });
    expect([client.orphans, await metric('llm_requests_in_flight'), await metric('llm_orphaned_upstreams')]).toEqual([
      0, 0, 0,
    ]);
    console.log(`Cancellations: ${upstream.stats.started} started, ${upstream.stats.aborted} aborted, 0 open`);
    expect(upstream.stats.aborted).toBeGreaterThan(100);
    expect((await section(client)).end).toBe('done');
  });

  it('aborts a stream that is unsubscribed inside a delta', async () => {
    const { upstream, client } = await start({ ...options, mode: 'ok?tokens=100&delay=5' });
    await new Promise<void>((resolve) => {
      client.stream(prompt('one')).pipe(take(1)).subscribe({ complete: resolve });
    });
    expect(await openAtLast(upstream)).toBe(0);
    expect(upstream.stats.aborted).toBe(1);
  });

  it('aborts all streams when the client is closed', async () => {
    const { upstream, client } = await start({ ...options, mode: 'stall?after=2' });
    const running = sections(client, 5);
    while (upstream.stats.open < 5) await pause(5);
    await client.onModuleDestroy();
    for (const { end } of await running) expect(['llm.truncated', 'llm.unavailable']).toContain(end);
    expect(await openAtLast(upstream)).toBe(0);
  });
});
