import { setTimeout as delay } from 'node:timers/promises';
import type { RedisServer } from '@app/cache/testing';
import { Redis } from 'ioredis';
import { waitUntil } from '../harness/wait-until.js';
import type { ApiProcess } from './api-process.js';
import { newDream, percentile, postDream, readDream, times } from './client.js';
import { type Row, type Seen, all } from './row.js';
import type { ReadingContext } from './upstream.rows.js';

export interface StoreContext extends ReadingContext {
  readonly redis: RedisServer;
  /** Starts another replica. */
  readonly replica: () => Promise<ApiProcess>;
}

const ROUNDS = 30;

async function readings({ api, upstream }: ReadingContext) {
  upstream.mode = 'ok?tokens=5';
  const reads = [];
  for (let at = 0; at < ROUNDS; at++) reads.push(await readDream(api.url));
  const ok = reads.filter(({ status }) => status === 'ok').length;
  return {
    ok,
    p95: percentile(
      reads.map(({ ms }) => ms),
      0.95,
    ),
  };
}

/** Row for a fault of Redis: every reading must succeed, and Redis must be used again afterwards. */
const redisFault = (
  fault: string,
  begin: (redis: RedisServer) => Promise<unknown> | void,
  end: (redis: RedisServer) => Promise<unknown> | void,
): Row<StoreContext> => ({
  id: /frozen|killed/.test(fault) ? 'D1' : 'D3',
  fault: `Redis: ${fault}`,
  expected: '30 of 30 readings ok, recovers, ≤ 4 log lines',
  run: async (context) => {
    const before = await readings(context);
    const printed = context.api.output.length;
    await begin(context.redis);
    const during = await readings(context);
    await end(context.redis);
    const isUp = async () => (await context.api.health())['redis']?.['status'] === 'up';
    await waitUntil(isUp, 15_000).catch(() => {});
    const lines = context.api.output.slice(printed).match(/"context":"Redis"/g)?.length ?? 0;
    return all({
      ok: [during.ok, during.ok === ROUNDS],
      'added p95': [`${(during.p95 - before.p95).toFixed(0)} ms`, true],
      recovered: [await isUp(), await isUp()],
      'log lines': [lines, lines <= 4],
    });
  },
});

async function command({ url }: RedisServer, name: string, ...words: readonly string[]): Promise<void> {
  const connection = new Redis(url);
  await connection.call(name, ...words);
  connection.disconnect();
}

async function writerDies({ upstream, replica, api }: StoreContext): Promise<Seen> {
  upstream.mode = 'ok?tokens=10&after=3&delay=30000';
  const writer = await replica();
  const stream = await postDream(writer.url, newDream());
  const id = stream.headers.get('x-reading-id');
  stream.text().catch(() => {});
  await delay(1_500);
  const relayed = await fetch(`${api.url}/v1/readings/${id}/events`);
  const body = relayed.text().catch(() => 'ended');
  await delay(1_500);
  await writer.kill();
  const killedAt = performance.now();
  await Promise.race([body, delay(15_000)]);
  const ms = performance.now() - killedAt;
  return all({
    relayed: [relayed.status, relayed.status === 200],
    'ended after': [`${(ms / 1_000).toFixed(1)} s`, ms <= 5_000],
  });
}

async function otherReplica({ upstream, replica, api }: StoreContext): Promise<Seen> {
  upstream.mode = 'ok?tokens=40&delay=10';
  const other = await replica();
  const { bytes } = await readDream(api.url);
  const id = /"reading":"([^"]+)"/.exec(bytes)?.[1];
  const frames = bytes.split(/(?<=\n\n)/).filter((frame) => frame.includes('id: '));
  await delay(500);
  const wrong: number[] = [];
  for (let seq = 1; seq < frames.length; seq += 5) {
    const answer = await fetch(`${other.url}/v1/readings/${id}/events?after=${seq}`);
    if ((await answer.text()) !== frames.slice(seq).join('')) wrong.push(answer.status);
  }
  await other.kill();
  return all({
    events: [frames.length, frames.length > 10],
    'wrong suffixes': [wrong.length, wrong.length === 0],
    'their HTTP statuses': [[...new Set(wrong)], wrong.length === 0],
  });
}

/**
 * Row for an embedder that fails or hangs: full-text search is used, the reading is marked as degraded and is not
 * cached.
 */
const embedderFault = (mode: string): Row<StoreContext> => ({
  id: 'E1',
  fault: `embedder: ${mode}`,
  expected: 'ok by words, degraded in events, health and metric, not cached, all retrievers answer',
  run: async ({ api, upstream }) => {
    upstream.mode = 'ok?tokens=5';
    upstream.embeddingsMode = mode;
    const dream = newDream();
    const [first, again] = [await readDream(api.url, dream), await readDream(api.url, dream)];
    const burst = await Promise.all(times(20, () => readDream(api.url)));
    const health = (await api.health())['embedder']?.['status'];
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    upstream.embeddingsMode = 'ok';
    const settled = first.events.flatMap(({ event, data }) => (event === 'retrieval' ? [data] : []));
    const degraded = settled.filter((data) => data.degraded === true).length;
    const late = burst
      .flatMap(({ events }) => events)
      .filter(({ event, data }) => event === 'retrieval' && data.status === 'timeout').length;
    return all({
      status: [first.status, first.status === 'ok'],
      degraded: [`${degraded} of ${settled.length}`, degraded > 0],
      'timeouts in 80': [late, late === 0],
      cached: [again.bytes.includes('"cached":true'), !again.bytes.includes('"cached":true')],
      health: [health, health === 'degraded'],
      metric: [/^retrieval_degraded_total\{/m.test(metrics), /^retrieval_degraded_total\{/m.test(metrics)],
    });
  },
});

export const storeRows: readonly Row<StoreContext>[] = [
  redisFault(
    'frozen',
    (redis) => redis.freeze(),
    (redis) => redis.thaw(),
  ),
  redisFault(
    'killed and restarted',
    (redis) => redis.kill(),
    (redis) => redis.start(),
  ),
  redisFault(
    'READONLY (became a replica)',
    (redis) => command(redis, 'REPLICAOF', '127.0.0.1', '1'),
    (redis) => command(redis, 'REPLICAOF', 'NO', 'ONE'),
  ),
  redisFault(
    'OOM',
    (redis) => command(redis, 'CONFIG', 'SET', 'maxmemory', '1'),
    (redis) => command(redis, 'CONFIG', 'SET', 'maxmemory', '0'),
  ),
  { id: 'C2', fault: 'resume on another replica', expected: 'exact suffix', run: otherReplica },
  { id: 'W1', fault: 'the writing replica is killed', expected: 'relayed reader ended ≤ 5 s', run: writerDies },
  embedderFault('500'),
  embedderFault('hang'),
];
