import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { CacheMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { waitUntil } from '../../../test/harness/wait-until.js';
import { withRedis } from '../../../test/harness/with-redis.js';
import { Caches } from './caches.js';
import { jsonCodec, vectorCodec } from './codec.js';
import { RedisClient } from './redis.client.js';
import { RedisUnavailableError } from './redis-unavailable.error.js';
import { SharedSessionStore } from './shared-session.store.js';
import { RedisServer } from './testing/redis-server.js';

withRedis('with a real Redis', () => {
  let server: RedisServer;
  let clients: RedisClient[];
  let changes: boolean[];

  const connect = async (): Promise<RedisClient> => {
    const client = new RedisClient({
      url: server.url,
      commandTimeoutMs: 150,
      probeEveryMs: 100,
      onChange: (up) => changes.push(up),
    });
    clients.push(client);
    await waitUntil(() => client.available);
    return client;
  };
  const texts = (redis: RedisClient, ttlSeconds = 60) =>
    new Caches(new CacheMetrics(recordingRegistry()), redis).create<{ text: string }>({
      layer: 'reading',
      codec: jsonCodec(),
      ttlSeconds,
      memoryTtlSeconds: 60,
      maxBytes: 1_000_000,
    });

  beforeAll(async () => {
    server = await RedisServer.start();
  });
  beforeEach(() => {
    clients = [];
    changes = [];
  });
  afterEach(() => {
    for (const client of clients) client.onModuleDestroy();
  });
  afterAll(() => server.kill());

  it('shares values between processes', async () => {
    const [here, there] = [texts(await connect()), texts(await connect())];
    here.set('a', { text: '뱀 🐍' });
    await waitUntil(async () => (await there.get('a')) !== undefined);
    expect(await there.get('a')).toEqual({ value: { text: '뱀 🐍' }, level: 'memory' });
    expect(there.stats().hits.redis).toBe(1);
  });

  it('restores vectors exactly', async () => {
    const make = (redis: RedisClient) =>
      new Caches(new CacheMetrics(recordingRegistry()), redis).create({
        layer: 'vector',
        codec: vectorCodec,
        ttlSeconds: 60,
        memoryTtlSeconds: 60,
        maxBytes: 1_000_000,
      });
    const [here, there] = [make(await connect()), make(await connect())];
    const vector = Float32Array.from({ length: 384 }, (_, n) => Math.sin(n));
    here.set('v', vector);
    await waitUntil(async () => (await there.get('v')) !== undefined);
    expect((await there.get('v'))?.value).toEqual(vector);
  });

  it('gives every value a time to live', async () => {
    const client = await connect();
    texts(client, 60).set('mortal', { text: 'x' });
    await waitUntil(async () => (await client.run((redis) => redis.ttl('cache:1:reading:mortal'))) > 0);
    expect(await client.run((redis) => redis.ttl('cache:1:reading:mortal'))).toBeLessThanOrEqual(60);
  });

  it('treats undecodable bytes as a miss', async () => {
    const client = await connect();
    await client.run((redis) => redis.set('cache:1:reading:broken', '{"text":'));
    const cache = texts(client);
    expect(await cache.get('broken')).toBeUndefined();
    expect(cache.stats().errors).toBe(1);
  });

  it('clears both levels and the memory of every other replica', async () => {
    const [one, other] = [await connect(), await connect()];
    const make = (redis: RedisClient) => new Caches(new CacheMetrics(recordingRegistry()), redis);
    const [here, there] = [make(one), make(other)];
    here.onModuleInit();
    there.onModuleInit();
    const options = {
      layer: 'reading',
      codec: jsonCodec<{ text: string }>(),
      ttlSeconds: 60,
      memoryTtlSeconds: 60,
      maxBytes: 1_000_000,
    } as const;
    const [mine, theirs] = [here.create(options), there.create(options)];
    mine.set('a', { text: 'x' });
    await waitUntil(async () => (await theirs.get('a')) !== undefined);
    await waitUntil(async () => (await one.run((redis) => redis.pubsub('NUMSUB', 'cache:cleared')))[1] === 2);
    expect(await here.clear()).toBeGreaterThanOrEqual(1);
    await waitUntil(async () => (await theirs.get('a')) === undefined);
    expect(await mine.get('a')).toBeUndefined();
    here.onModuleDestroy();
    there.onModuleDestroy();
  });

  it('opens a session in one process and reads it in another, for its owner only', async () => {
    const metrics = new CacheMetrics(recordingRegistry());
    const [here, there] = [
      new SharedSessionStore(metrics, 1_000_000, await connect()),
      new SharedSessionStore(metrics, 1_000_000, await connect()),
    ];
    const id = await here.open('alice', { chart: '甲子' });
    expect(await there.read('alice', id)).toEqual({ chart: '甲子' });
    expect(await there.read('bob', id)).toBeUndefined();
    await there.write('alice', id, { chart: '乙丑' });
    expect(await here.read('alice', id)).toEqual({ chart: '乙丑' });
  });

  it('does not take a blocked event loop for a slow Redis', async () => {
    const redis = await connect();
    // After an immediate, timers run before sockets are read.
    await nextTurn();
    const replies = [1, 2, 3].map(() => redis.run((connection) => connection.echo('here')));
    const end = performance.now() + 400;
    while (performance.now() < end);
    await expect(Promise.all(replies)).resolves.toEqual(['here', 'here', 'here']);
    expect(redis.available).toBe(true);
  });

  it('bypasses a frozen Redis after three slow commands and recovers automatically', async () => {
    const client = await connect();
    const cache = texts(client);
    cache.set('kept', { text: 'x' });
    await waitUntil(async () => (await client.run((redis) => redis.exists('cache:1:reading:kept'))) === 1);
    server.freeze();
    try {
      const first = performance.now();
      await Promise.all([1, 2, 3].map((n) => cache.get(`absent-${n}`)));
      const opening = performance.now() - first;
      expect(client.available).toBe(false);
      const lookups = await Promise.all(
        Array.from({ length: 200 }, async (_, n) => timed(() => cache.get(`absent-${n}`))),
      );
      const p95 = lookups.toSorted((a, b) => a - b)[189] ?? 0;
      process.stdout.write(
        `Frozen Redis: noticed after ${opening.toFixed(0)} ms, then p95 ${p95.toFixed(2)} ms a lookup\n`,
      );
      expect((await cache.get('kept'))?.level).toBe('memory');
      await expect(client.run((redis) => redis.ping())).rejects.toThrow(RedisUnavailableError);
      await delay(1_500);
    } finally {
      server.thaw();
    }
    await waitUntil(() => client.available);
    cache.forget();
    expect((await cache.get('kept'))?.level).toBe('redis');
    expect(changes).toEqual([true, false, true]);
  });

  it('survives a killed Redis, keeps its memory level and recovers after a restart', async () => {
    const client = await connect();
    const cache = texts(client);
    cache.set('own', { text: 'x' });
    await server.kill();
    await waitUntil(() => !client.available);
    expect((await cache.get('own'))?.level).toBe('memory');
    await server.start();
    await waitUntil(() => client.available);
    cache.set('new', { text: 'y' });
    cache.forget();
    await waitUntil(async () => (await cache.get('new')) !== undefined);
    expect(changes).toEqual([true, false, true]);
  });

  it('starts without Redis and connects later', async () => {
    await server.kill();
    const client = new RedisClient({
      url: server.url,
      commandTimeoutMs: 150,
      probeEveryMs: 100,
      onChange: (up) => changes.push(up),
    });
    clients.push(client);
    const cache = texts(client);
    cache.set('a', { text: 'x' });
    expect((await cache.get('a'))?.level).toBe('memory');
    await waitUntil(() => changes.length === 1);
    await server.start();
    await waitUntil(() => client.available);
    expect(changes).toEqual([false, true]);
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
