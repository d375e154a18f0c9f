import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { RedisServer } from '@app/cache/testing';
import { ScriptableUpstream } from './harness/index.js';
import { type ReceivedStream, eventsOf, postForEvents, receive } from './harness/read-events.js';
import { ServerProcess } from './harness/server-process.js';
import { waitUntil } from './harness/wait-until.js';
import { withRedis } from './harness/with-redis.js';

// Processes take many seconds to start on a busy machine.
jest.setTimeout(120_000);

const FROZEN_MS = 20_000;
const textOf = (stream: ReceivedStream): Readonly<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const { section, content } of eventsOf(stream, 'delta')) texts[section] = (texts[section] ?? '') + content;
  return texts;
};
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.NaN;

withRedis('two processes that share a Redis', () => {
  let redis: RedisServer;
  let upstream: ScriptableUpstream;
  let here: ServerProcess;
  let there: ServerProcess;

  const variables = () => ({
    OPENAI_BASE_URL: upstream.url,
    OPENAI_API_KEY: 'key',
    ADMIN_KEY: 'admin-key-of-the-test',
    REDIS_URL: redis.url,
    RATE_LIMIT_PER_MINUTE: '100000',
  });
  const read = (server: ServerProcess, dream: string, headers: Readonly<Record<string, string>> = {}) =>
    postForEvents(`${server.url}/v1/readings/dream`, { dream, locale: 'en' }, headers);
  const isCached = (stream: ReceivedStream) => eventsOf(stream, 'reading')[0]?.cached === true;
  const stats = async (server: ServerProcess) => {
    const response = await fetch(`${server.url}/cache/stats`, {
      headers: { Authorization: 'Bearer admin-key-of-the-test' },
    });
    return (await response.json()) as { redis: string; layers: { reading: { hits: { redis: number } } } };
  };
  const redisLines = (server: ServerProcess) => server.output.filter((line) => line.includes('"context":"Redis"'));

  beforeAll(async () => {
    redis = await RedisServer.start();
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=20', recordBodies: false }).start();
    [here, there] = await Promise.all([
      ServerProcess.start(variables(), 'ready-main'),
      ServerProcess.start(variables(), 'ready-main'),
    ]);
  });
  afterAll(async () => {
    await Promise.all([here, there].map((server) => server?.kill()));
    await upstream.stop();
    await redis.kill();
  });

  it('share cached readings with the same text', async () => {
    const first = await read(here, 'A snake.');
    await waitUntil(async () => isCached(await read(there, 'A snake.')));
    const again = await read(there, 'A snake.');
    expect(textOf(again)).toEqual(textOf(first));
    expect(Object.keys(textOf(again))).toHaveLength(3);
    expect((await stats(there)).layers.reading.hits.redis).toBe(1);
    const firstDeltaMs: number[] = [];
    for (let n = 0; n < 40; n++) {
      const dream = `A snake, ${n} times.`;
      await read(here, dream);
      await delay(20);
      const started = performance.now();
      const stream = await read(there, dream);
      if (isCached(stream)) firstDeltaMs.push(performance.now() - started);
    }
    expect(firstDeltaMs.length).toBeGreaterThan(30);
    const [p50, p95] = [percentile(firstDeltaMs, 0.5), percentile(firstDeltaMs, 0.95)];
    process.stdout.write(
      `Cached by another process, request to last byte: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms\n`,
    );
  });

  it('continue each other’s streams: for every event, before + after = whole', async () => {
    const whole = await read(here, 'A long dream of a snake.');
    const id = String(whole.headers.get('x-reading-id'));
    const frames = whole.bytes.split(/(?<=\n\n)/);
    const resume = (lastEventId: string) =>
      fetch(`${there.url}/v1/readings/${id}/events`, { headers: { 'Last-Event-ID': lastEventId } });
    await waitUntil(async () => (await resume(String(whole.events.at(-1)?.id))).status === 204);
    for (let seen = 1; seen < frames.length; seen++) {
      const response = await resume(String(whole.events[seen - 1]?.id));
      expect(frames.slice(0, seen).join('') + (await response.text())).toBe(whole.bytes);
    }
  });

  it('stream and stop each other’s readings', async () => {
    upstream.mode = 'ok?tokens=400&delay=20';
    const response = await fetch(`${here.url}/v1/readings/dream`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify({ dream: 'A dream that goes on.', locale: 'en' }),
    });
    const id = String(response.headers.get('x-reading-id'));
    const running = receive(response);
    await waitUntil(async () => (await fetch(`${there.url}/v1/readings/${id}/events`, { method: 'HEAD' })).ok);
    const followed = fetch(`${there.url}/v1/readings/${id}/events`).then((response) => response.text());
    await delay(300);
    expect((await fetch(`${there.url}/v1/readings/${id}`, { method: 'DELETE' })).status).toBe(204);
    const stopped = await running;
    expect(eventsOf(stopped, 'done')[0]?.status).toBe('cancelled');
    expect(await followed).toBe(stopped.bytes);
    await waitUntil(() => upstream.stats.open === 0);
    upstream.mode = 'ok?tokens=20';
  });

  it('start one reading for an Idempotency-Key sent to both concurrently', async () => {
    for (let round = 0; round < 5; round++) {
      const key = { 'Idempotency-Key': `at-once-${round}` };
      const both = await Promise.all([here, there].map((server) => read(server, `Dream ${round}.`, key)));
      expect(both[0]?.bytes).toBe(both[1]?.bytes);
    }
  });

  it('share Idempotency-Keys', async () => {
    const key = { 'Idempotency-Key': 'one-and-only' };
    const first = await read(here, 'An idempotent snake.', key);
    await waitUntil(async () => (await read(there, 'An idempotent snake.', key)).bytes === first.bytes);
    expect((await read(there, 'Another snake.', key)).status).toBe(422);
  });

  it('lose no reading while Redis is frozen, log it once and recover within 5 s', async () => {
    await read(here, 'Kept in Redis.');
    const linesBefore = redisLines(here).length;
    const [before, during]: [number[], number[]] = [[], []];
    let into = before;
    let failed = 0;
    const enough = new AbortController();
    const client = async (client: number) => {
      for (let n = 0; !enough.signal.aborted; n++) {
        const startedAt = performance.now();
        const stream = await read(here, `Snake ${client} of ${n % 7 === 0 ? 'old' : n}.`);
        into.push(performance.now() - startedAt);
        if (eventsOf(stream, 'done')[0]?.status !== 'ok') failed++;
      }
    };
    const load = Array.from({ length: 4 }, (_, n) => client(n));
    await delay(2_000);
    redis.freeze();
    await waitUntil(async () => (await stats(here)).redis === 'down');
    into = during;
    await delay(FROZEN_MS);
    redis.thaw();
    const thawedAt = performance.now();
    into = [];
    await waitUntil(async () => (await stats(here)).redis === 'up');
    await fetch(`${there.url}/cache/stats`);
    await waitUntil(async () => (await stats(there)).redis === 'up');
    await waitUntil(async () => isCached(await read(there, 'Kept in Redis.')), 30_000);
    const backMs = performance.now() - thawedAt;
    enough.abort();
    await Promise.all(load);
    const figures = [before, during].map(
      (ms) => `${percentile(ms, 0.5).toFixed(1)}/${percentile(ms, 0.95).toFixed(1)}`,
    );
    process.stdout.write(
      `Redis frozen for ${FROZEN_MS} ms under load: ${failed} of ${before.length + during.length} readings failed; ` +
        `p50/p95 before ${figures[0]} ms, while frozen ${figures[1]} ms; hits again after ${backMs.toFixed(0)} ms\n`,
    );
    expect(failed).toBe(0);
    expect(during.length).toBeGreaterThan(10);
    expect(redisLines(here).length - linesBefore).toBeLessThanOrEqual(2);
    // A reading runs several commands, and waiting for Redis would cost 150 ms for each.
    expect(percentile(during, 0.5) - percentile(before, 0.5)).toBeLessThan(300);
  });

  it('continue without Redis and reconnect after a restart', async () => {
    await redis.kill();
    await waitUntil(async () => (await stats(here)).redis === 'down');
    expect(eventsOf(await read(here, 'Without Redis.'), 'done')[0]?.status).toBe('ok');
    expect(isCached(await read(here, 'Without Redis.'))).toBe(true);
    await redis.start();
    await waitUntil(async () => (await stats(here)).redis === 'up' && (await stats(there)).redis === 'up');
    await read(here, 'With the next Redis.');
    await waitUntil(async () => isCached(await read(there, 'With the next Redis.')));
  });

  it('share request limits', async () => {
    // A separate Redis without the counters of other tests.
    const own = await RedisServer.start();
    const limited = { ...variables(), REDIS_URL: own.url, RATE_LIMIT_PER_MINUTE: '10' };
    const pair = await Promise.all([
      ServerProcess.start(limited, 'ready-main'),
      ServerProcess.start(limited, 'ready-main'),
    ]);
    try {
      const statuses: number[] = [];
      // This route is not rate limited.
      for (const server of pair) await waitUntil(async () => (await stats(server)).redis === 'up');
      for (let n = 0; n < 8; n++) for (const { url } of pair) statuses.push((await fetch(`${url}/v1/readings`)).status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    } finally {
      await Promise.all(pair.map((server) => server.kill()));
      await own.kill();
    }
  });
});
