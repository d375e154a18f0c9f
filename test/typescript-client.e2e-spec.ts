import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RedisServer } from '@app/cache/testing';
import { RETRIEVERS } from '@app/rag';
import {
  type ReadingEvent,
  ReadingError,
  follow,
  read,
  readDream,
  readTarot,
} from '../clients/typescript/src/index.js';
import { withRedis } from './harness/with-redis.js';
import { BreakableProxy } from './harness/breakable-proxy.js';
import { ScriptableUpstream } from './harness/index.js';
import { ServerProcess } from './harness/server-process.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

const dream = { dream: 'A snake.', locale: 'en' } as const;

/** Texts by section, from the last beginning on. */
function textsOf(events: readonly ReadingEvent[]): Readonly<Record<string, string>> {
  const begin = events.findLastIndex(({ event }) => event === 'reading');
  const texts: Record<string, string> = {};
  for (const { event, data } of events.slice(begin))
    if (event === 'delta') texts[data.section] = (texts[data.section] ?? '') + data.content;
  return texts;
}

async function collect(events: AsyncIterable<ReadingEvent>, each: (seen: readonly ReadingEvent[]) => void = () => {}) {
  const seen: ReadingEvent[] = [];
  for await (const event of events) {
    seen.push(event);
    each(seen);
  }
  return seen;
}

describe('the typed client', () => {
  let upstream: ScriptableUpstream;
  let server: RunningServer;

  beforeAll(async () => {
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=30' }).start();
    const variables = { OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key', CACHE_TTL_SECONDS: '0' };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterEach(() => {
    upstream.mode = 'ok?tokens=30';
  });
  afterAll(async () => {
    await server.close();
    await upstream.stop();
  });

  it('yields every event once and then answers the finished reading', async () => {
    const reading = readDream(dream, { url: server.url });
    const events = await collect(reading);
    expect(events[0]?.event).toBe('reading');
    expect(events.at(-1)?.event).toBe('done');
    expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => `${reading.id}.${at + 1}`));
    const { texts, status, retrieval, facts } = await reading.final();
    expect([status, retrieval.length]).toEqual(['ok', 4]);
    expect(Array.isArray(facts.symbols)).toBe(true);
    expect(texts).toEqual(textsOf(events));
  });

  it('answers only the finished reading', async () => {
    const { kind, sections, text, texts, facts } = await readTarot({ spread: 'one', locale: 'en' }, server).final();
    expect([kind, facts.cards?.length]).toEqual(['tarot', 1]);
    expect(text).toBe(sections.map((section) => texts[section]).join('\n\n'));
  });

  it('reports what the server refuses', async () => {
    const refused = readDream({ dream: '' }, server).final();
    await expect(refused).rejects.toBeInstanceOf(ReadingError);
    await expect(refused).rejects.toMatchObject({ status: 400, errors: [{ field: 'dream' }], retryable: false });
    await expect(read('no-such-kind', {}, server).final()).rejects.toMatchObject({ code: 'reading.unknown_kind' });
  });

  it('reports a reading that failed', async () => {
    upstream.mode = 'status?code=400';
    await expect(readDream(dream, server).final()).rejects.toMatchObject({ name: 'ReadingError', status: 0 });
  });

  it('stops the reading on the server when it is aborted, stopped or left', async () => {
    upstream.mode = 'ok?tokens=1000&delay=20';
    for (const how of ['abort', 'stop', 'break']) {
      const abort = new AbortController();
      const reading = readDream(dream, { url: server.url, signal: abort.signal });
      const reads = async () => {
        for await (const { event } of reading) {
          if (event !== 'delta') continue;
          if (how === 'break') break;
          if (how === 'stop') reading.stop();
          else abort.abort();
        }
      };
      await reads().catch((error: unknown) => expect(error).toMatchObject({ name: 'AbortError' }));
      await waitUntil(() => upstream.stats.open === 0, 20_000);
    }
  });

  it('returns the same reading for the same idempotency key', async () => {
    const options = { url: server.url, idempotencyKey: 'same' };
    const [first, second] = await Promise.all([1, 2].map(() => readDream(dream, options).final()));
    expect(second?.reading).toBe(first?.reading);
  });

  it('continues exactly after the last event when connections break anywhere', async () => {
    upstream.mode = 'ok?tokens=40&delay=15';
    const proxy = await new BreakableProxy(server.url).start();
    let breaks = 0;
    const reading = readDream(dream, { url: proxy.url });
    const events = await collect(reading, (seen) => {
      if (seen.length % 40 === 20 && ++breaks <= 5) proxy.breakConnections();
    });
    await proxy.stop();
    expect(breaks).toBeGreaterThan(2);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => `${reading.id}.${at + 1}`));
    expect((await reading.final()).texts).toEqual(textsOf(events));
  });

  it('follows a reading by its id, without stopping it', async () => {
    upstream.mode = 'ok?tokens=40&delay=15';
    const own = readDream(dream, { url: server.url });
    const id = await new Promise<string>((resolve) => void collect(own, () => resolve(own.id)));
    for await (const { event } of follow(id, { url: server.url })) if (event === 'delta') break;
    const followed = follow(id, { url: server.url });
    const { texts } = await followed.final();
    expect(followed.id).toBe(id);
    expect(texts).toEqual((await own.final()).texts);
    await expect(follow('unknown', { url: server.url }).final()).rejects.toMatchObject({ code: 'reading.unknown' });
  });

  it('notifies the program of every retry', async () => {
    upstream.mode = 'ok?tokens=40&delay=5';
    const proxy = await new BreakableProxy(server.url).start();
    const retries: unknown[] = [];
    const reading = readDream(dream, { url: proxy.url, onRetry: (error) => retries.push(error) });
    await collect(reading, (seen) => {
      if (seen.length === 20) proxy.breakConnections();
    });
    await proxy.stop();
    expect(retries.length).toBeGreaterThan(0);
    expect(retries.every((error) => error === undefined)).toBe(true);
  });

  it('treats a connection without bytes as lost', async () => {
    upstream.mode = 'ok?tokens=40&delay=5';
    const proxy = await new BreakableProxy(server.url).start();
    let isFrozen = false;
    const events = await collect(readDream(dream, { url: proxy.url, silenceMs: 500 }), (seen) => {
      if (seen.length > 20 && !isFrozen) proxy.freezeConnections();
      isFrozen ||= seen.length > 20;
    });
    await proxy.stop();
    expect(isFrozen).toBe(true);
    expect(events.at(-1)?.data).toMatchObject({ status: 'ok' });
  });
});

withRedis('the typed client while its server restarts', () => {
  let upstream: ScriptableUpstream;
  let redis: RedisServer;
  const servers: ServerProcess[] = [];

  beforeAll(async () => {
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=60&delay=30', recordBodies: false }).start();
    redis = await RedisServer.start();
  });
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.kill())));
  afterAll(async () => {
    await upstream.stop();
    await redis.kill();
  });

  const start = async (variables: Readonly<Record<string, string>> = {}) => {
    const server = await ServerProcess.start({
      OPENAI_BASE_URL: upstream.url,
      OPENAI_API_KEY: 'key',
      REDIS_URL: redis.url,
      CACHE_TTL_SECONDS: '0',
      DRAIN_DELAY_MS: '0',
      ...variables,
    });
    servers.push(server);
    return server;
  };

  it('drained: reads the rest from another replica, text for text', async () => {
    const [first, second] = await Promise.all([start({ DRAIN_TIMEOUT_MS: '60000' }), start()]);
    const proxy = await new BreakableProxy(first.url).start();
    const reading = readDream({ ...dream, dream: 'Drained.' }, { url: proxy.url });
    const events = await collect(reading, (seen) => {
      if (seen.length !== 30) return;
      first.signal('SIGTERM');
      proxy.redirect(second.url);
    });
    await proxy.stop();
    expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => `${reading.id}.${at + 1}`));
    const undisturbed = await readDream({ ...dream, dream: 'Drained.' }, { url: second.url }).final();
    expect((await reading.final()).texts).toEqual(undisturbed.texts);
    expect(await first.exited).toBe(0);
  });

  it('killed during the reading: ends on the next server with the exact text', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    const proxy = await new BreakableProxy(first.url).start();
    const reading = readDream({ ...dream, dream: 'Killed.' }, { url: proxy.url });
    const events = await collect(reading, (seen) => {
      if (seen.length !== 30) return;
      proxy.sendNewConnectionsTo(second.url);
      first.signal('SIGKILL');
    });
    await proxy.stop();
    expect(await first.exited).toBe(null);
    const { texts, status } = await reading.final();
    expect([status, texts]).toEqual(['ok', textsOf(events)]);
    expect(texts).toEqual((await readDream({ ...dream, dream: 'Killed.' }, { url: second.url }).final()).texts);
  });

  it('stopped before the reading ended: begins again on the next server, with the whole text', async () => {
    const [first, second] = await Promise.all([start({ DRAIN_TIMEOUT_MS: '100' }), start()]);
    const proxy = await new BreakableProxy(first.url).start();
    const reading = readDream({ ...dream, dream: 'Stopped.' }, { url: proxy.url });
    const events = await collect(reading, (seen) => {
      if (seen.length !== 30) return;
      first.signal('SIGTERM');
      proxy.sendNewConnectionsTo(second.url);
    });
    await proxy.stop();
    expect(events.filter(({ event }) => event === 'shutdown')).toHaveLength(1);
    expect(events.filter(({ event }) => event === 'reading')).toHaveLength(2);
    const { texts, status } = await reading.final();
    expect([status, texts]).toEqual(['ok', textsOf(events)]);
    expect(texts).toEqual((await readDream({ ...dream, dream: 'Stopped.' }, { url: second.url }).final()).texts);
  });
});
