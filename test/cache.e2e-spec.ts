import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RETRIEVERS, type Retriever } from '@app/rag';
import { ScriptableUpstream } from './harness/index.js';
import { type ReceivedStream, eventsOf, parseEvents, postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { ReadyKnowledge } from './harness/ready-knowledge.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';
import { StreamSlots } from '../apps/api/src/readings/stream-slots.js';

const dream = { dream: 'A snake crossed the river.', locale: 'en' };
/** A dream has three sections with one call each. */
const CALLS = 3;

const textsOf = (stream: ReceivedStream): Readonly<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const { section, content } of eventsOf(stream, 'delta')) texts[section] = (texts[section] ?? '') + content;
  return texts;
};

/** Blocks every retrieval while closed, so that concurrent requests can all arrive. */
class Gate {
  #open = Promise.resolve();
  #release = () => {};

  shut(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    [this.#open, this.#release] = [promise, resolve];
  }

  open(): void {
    this.#release();
  }

  before(retrievers: readonly Retriever[]): readonly Retriever[] {
    return retrievers.map((retriever) => ({
      kind: retriever.kind,
      retrieve: async (query, signal) => {
        await this.#open;
        return retriever.retrieve(query, signal);
      },
    }));
  }
}

describe('equal requests', () => {
  const gate = new Gate();
  let upstream: ScriptableUpstream;
  let server: RunningServer;
  let knowledge: ReadyKnowledge;

  beforeEach(async () => {
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=20' }).start();
    knowledge = new ReadyKnowledge();
    const variables = {
      OPENAI_BASE_URL: upstream.url,
      OPENAI_API_KEY: 'key',
      ADMIN_KEY: 'admin-key-of-the-test',
      RETRIEVER_TIMEOUT_MS: '60000',
      // Heartbeats are not deterministic.
      HEARTBEAT_MS: '600000',
    };
    server = await startServer(variables, [
      { token: RETRIEVERS, value: gate.before(snakeRetrievers()) },
      knowledge.override,
    ]);
  });
  afterEach(async () => {
    await server.close();
    await upstream.stop();
  });

  const read = (body: unknown = dream, headers: Readonly<Record<string, string>> = {}, kind = 'dream') =>
    postForEvents(`${server.url}/v1/readings/${kind}`, body, headers);
  const calls = () => upstream.stats.started;

  describe('in sequence', () => {
    it('are answered from the cache with the same text and marked as cached', async () => {
      const first = await read();
      const again = await read();
      expect(calls()).toBe(CALLS);
      expect(textsOf(again)).toEqual(textsOf(first));
      expect(eventsOf(again, 'reading')[0]).toMatchObject({ cached: true });
      expect(eventsOf(again, 'reading')[0]?.reading).not.toBe(eventsOf(first, 'reading')[0]?.reading);
      expect(eventsOf(again, 'citation')).toEqual(expect.arrayContaining([...eventsOf(first, 'citation')]));
      expect(eventsOf(again, 'done')[0]).toMatchObject({ status: 'ok', grounded: true });
      const ms: number[] = [];
      for (let n = 0; n < 50; n++) ms.push(Number(eventsOf(await read(), 'done')[0]?.ms));
      const sorted = ms.toSorted((a, b) => a - b);
      process.stdout.write(`Cached reading, arrival to last event: p50 ${sorted[25]} ms, p95 ${sorted[47]} ms\n`);
      expect(sorted[25]).toBeLessThan(100);
    });

    it('can be resumed', async () => {
      await read();
      const again = await read();
      const id = again.headers.get('x-reading-id');
      const response = await fetch(`${server.url}/v1/readings/${id}/events`, {
        headers: { 'Last-Event-ID': String(again.events[0]?.id) },
      });
      expect(again.bytes.endsWith(await response.text())).toBe(true);
    });

    it('are generated again after a knowledge change or with no-cache', async () => {
      await read();
      knowledge.change();
      expect(eventsOf(await read(), 'reading')[0]).not.toHaveProperty('cached');
      expect(calls()).toBe(2 * CALLS);
      expect(eventsOf(await read(dream, { 'Cache-Control': 'no-cache' }), 'reading')[0]).not.toHaveProperty('cached');
      expect(calls()).toBe(3 * CALLS);
      expect(eventsOf(await read(), 'reading')[0]).toMatchObject({ cached: true });
    });

    it('are neither read from nor written to the cache with no-store', async () => {
      await read(dream, { 'Cache-Control': 'no-store' });
      expect(eventsOf(await read(), 'reading')[0]).not.toHaveProperty('cached');
      expect(eventsOf(await read(dream, { 'Cache-Control': 'no-store' }), 'reading')[0]).not.toHaveProperty('cached');
      expect(calls()).toBe(3 * CALLS);
    });

    it('are generated again when any field differs', async () => {
      await read();
      const others = [
        { ...dream, dream: 'A snake crossed the road.' },
        { ...dream, locale: 'ko' },
        { ...dream, persona: 'coach' },
        { ...dream, emotions: ['fear'] },
        { ...dream, collections: ['mine'] },
        { ...dream, seed: 7 },
      ];
      for (const other of others) expect(eventsOf(await read(other), 'reading')[0]).not.toHaveProperty('cached');
      expect(calls()).toBe((1 + others.length) * CALLS);
    });

    it('draw random cards, and the same cards for the same seed', async () => {
      const cards = async (body: unknown) => eventsOf(await read(body, {}, 'tarot'), 'reading')[0]?.facts['cards'];
      const drawn = [];
      for (let n = 0; n < 6; n++) drawn.push(JSON.stringify(await cards({ spread: 'three', locale: 'en' })));
      expect(new Set(drawn).size).toBeGreaterThan(1);
      const seeded = { spread: 'three', locale: 'en', seed: 1 };
      expect(await cards(seeded)).toEqual(await cards(seeded));
      expect(eventsOf(await read(seeded, {}, 'tarot'), 'reading')[0]).toMatchObject({ cached: true });
    });

    it('are not cached when a section failed', async () => {
      upstream.mode = ({ index }) => (index === 0 ? 'reset?after=2' : 'ok?tokens=5');
      expect(eventsOf(await read(), 'done')[0]?.status).toBe('partial');
      expect(eventsOf(await read(), 'reading')[0]).not.toHaveProperty('cached');
    });

    it('appear in /cache/stats and disappear after /cache/clear', async () => {
      await read();
      await read();
      const admin = { headers: { Authorization: 'Bearer admin-key-of-the-test' } };
      const stats = await (await fetch(`${server.url}/cache/stats`, admin)).json();
      expect(stats).toMatchObject({ layers: { reading: { entries: 1, hits: { memory: 1 }, misses: 1 } } });
      await fetch(`${server.url}/cache/clear`, { method: 'POST', ...admin });
      expect(eventsOf(await read(), 'reading')[0]).not.toHaveProperty('cached');
    });
  });

  describe('concurrently', () => {
    const arrived = (count: number) => waitUntil(() => server.app.get(StreamSlots).open === count, 40_000);
    const joined = async () =>
      /cache_single_flight_joined_total (\d+)/.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1];

    it('share one set of upstream calls and receive the same bytes, each under its own id (500 requests)', async () => {
      gate.shut();
      const all = Array.from({ length: 500 }, () => read());
      await arrived(500);
      gate.open();
      const streams = await Promise.all(all);
      expect(calls()).toBe(CALLS);
      const idOf = ({ headers }: ReceivedStream) => headers.get('x-reading-id') ?? '';
      expect(new Set(streams.map(idOf)).size).toBe(500);
      expect(new Set(streams.map((stream) => stream.bytes.replaceAll(idOf(stream), 'id'))).size).toBe(1);
      expect(eventsOf(streams[0] as ReceivedStream, 'done')[0]?.status).toBe('ok');
      expect(await joined()).toBe('499');
    }, 60_000);

    it('share it however their body is written and whichever format they accept', async () => {
      const bodies = [
        JSON.stringify(dream),
        `{\r\n  "locale": "en",\r\n  "dream": "A snake crossed the river."\r\n}`,
        `\uFEFF${JSON.stringify(dream)}`,
        `{"dream":"\\u0041 snake crossed the river.\\n","locale":"en"}`,
      ];
      const formats = ['text/event-stream', 'application/json', 'application/x-ndjson'];
      gate.shut();
      const all = Array.from({ length: 12 }, (_, at) =>
        fetch(`${server.url}/v1/readings/dream`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: formats[at % 3] as string },
          body: bodies[at % 4] as string,
        }).then(async (response) => [response.status, await response.text()] as const),
      );
      await arrived(12);
      gate.open();
      for (const [status, text] of await Promise.all(all))
        expect([status, text]).toEqual([200, expect.stringContaining('"status":"ok"')]);
      expect(calls()).toBe(CALLS);
    }, 60_000);

    it('are stopped one by one: the others read on, as a stream and as a document', async () => {
      gate.shut();
      const open = (accept = 'text/event-stream') =>
        fetch(`${server.url}/v1/readings/dream`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: accept },
          body: JSON.stringify(dream),
        });
      const [first, second] = [await open(), await open()];
      const document = open('application/json');
      await arrived(3);
      const id = first.headers.get('x-reading-id');
      expect((await fetch(`${server.url}/v1/readings/${id}`, { method: 'DELETE' })).status).toBe(204);
      expect(parseEvents(await first.text()).at(-1)?.data).toMatchObject({ status: 'cancelled' });
      gate.open();
      expect(parseEvents(await second.text()).at(-1)?.data).toMatchObject({ status: 'ok' });
      const written = await document;
      expect(await written.json()).toMatchObject({ status: 'ok', reading: written.headers.get('x-reading-id') });
      expect(calls()).toBe(CALLS);
    }, 60_000);

    it('continue when the first client disconnects (499 finish)', async () => {
      gate.shut();
      const leader = new AbortController();
      await fetch(`${server.url}/v1/readings/dream`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
        body: JSON.stringify(dream),
        signal: leader.signal,
      });
      const others = Array.from({ length: 499 }, () => read());
      await arrived(500);
      leader.abort();
      await arrived(499);
      gate.open();
      const all = await Promise.all(others);
      expect(all.filter((stream) => eventsOf(stream, 'done')[0]?.status === 'ok')).toHaveLength(499);
      expect(calls()).toBe(CALLS);
      expect(await joined()).toBe('499');
    }, 60_000);

    it('abort upstream requests when the last client disconnects', async () => {
      upstream.mode = 'ok?tokens=20&first=5000';
      const aborts = [1, 2, 3].map(() => new AbortController());
      const streams = aborts.map(({ signal }) =>
        fetch(`${server.url}/v1/readings/dream`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
          body: JSON.stringify(dream),
          signal,
        }),
      );
      await Promise.all(streams);
      await waitUntil(() => upstream.stats.open === CALLS);
      aborts[0]?.abort();
      aborts[1]?.abort();
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(upstream.stats.open).toBe(CALLS);
      aborts[2]?.abort();
      await waitUntil(() => upstream.stats.open === 0);
    });

    it('share a failure, which is not cached', async () => {
      upstream.mode = 'refuse';
      const failed = await Promise.all([read(), read(), read()]);
      expect(failed.map((stream) => eventsOf(stream, 'done')[0]?.status)).toEqual(['failed', 'failed', 'failed']);
      upstream.mode = 'ok?tokens=5';
      await waitUntil(async () => eventsOf(await read(), 'done')[0]?.status === 'ok', 20_000);
    });
  });

  describe('with an Idempotency-Key', () => {
    const key = { 'Idempotency-Key': 'order-66', 'Cache-Control': 'no-cache' };

    it('join the same reading, running or finished', async () => {
      upstream.mode = 'ok?tokens=20&first=300';
      const [one, other] = await Promise.all([read(dream, key), read(dream, key)]);
      expect(other?.bytes).toBe(one?.bytes);
      expect((await read(dream, key)).bytes).toBe(one?.bytes);
      expect(calls()).toBe(CALLS);
    });

    it('are rejected with a different body', async () => {
      await read(dream, key);
      const refused = await read({ ...dream, dream: 'Another one.' }, key);
      expect([refused.status, JSON.parse(refused.bytes)]).toEqual([
        422,
        expect.objectContaining({ code: 'idempotency.mismatch', retryable: false }),
      ]);
    });

    it('can be repeated after a failure', async () => {
      upstream.mode = 'refuse';
      expect(eventsOf(await read(dream, key), 'done')[0]?.status).toBe('failed');
      upstream.mode = 'ok?tokens=5';
      await waitUntil(async () => eventsOf(await read(dream, key), 'done')[0]?.status === 'ok', 20_000);
    });

    it('can be repeated after a lost connection', async () => {
      upstream.mode = 'ok?tokens=20&delay=50';
      const leave = new AbortController();
      const headers = { ...key, 'Content-Type': 'application/json', Accept: 'text/event-stream' };
      const lost = await fetch(`${server.url}/v1/readings/dream`, {
        method: 'POST',
        headers,
        body: JSON.stringify(dream),
        signal: leave.signal,
      });
      await lost.body?.getReader().read();
      leave.abort();
      await waitUntil(() => upstream.stats.open === 0);
      expect(eventsOf(await read(dream, key), 'done')[0]?.status).toBe('ok');
    });

    it('can be repeated after a joined reading failed', async () => {
      upstream.mode = '500?first=300';
      const joined = { 'Idempotency-Key': 'joined' };
      const [, failed] = await Promise.all([read(dream), read(dream, joined)]);
      expect(eventsOf(failed, 'done')[0]?.status).toBe('failed');
      upstream.mode = 'ok?tokens=5';
      await waitUntil(async () => eventsOf(await read(dream, joined), 'done')[0]?.status === 'ok', 20_000);
    });

    it('must be made of visible ASCII', async () => {
      const refused = await read(dream, { 'Idempotency-Key': 'a b' });
      expect([refused.status, JSON.parse(refused.bytes).errors[0].field]).toEqual([400, 'Idempotency-Key']);
    });
  });
});
