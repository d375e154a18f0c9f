import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { RETRIEVERS } from '@app/rag';
import { ReadingHub } from '@app/streaming';
import { ScriptableUpstream } from './harness/index.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

const DISCONNECTS = 1_000;
const AT_ONCE = 50;
/** A reading takes about 150 ms with this upstream, longer with fifty in parallel on a busy machine. */
const MAX_READING_MS = 600;

let asked = 0;
/** Each dream differs: equal ones would share one reading. */
const request = () => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
  body: JSON.stringify({ dream: `A snake, the ${++asked}th time.`, locale: 'en' }),
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const heapMegabytes = () => {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};
/** Allowed heap growth per reading: its event log is kept for reconnecting clients. */
const MAX_KEPT_KILOBYTES = 50;

const listeners = () => process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);

describe('a client that disconnects', () => {
  let upstream: ScriptableUpstream;
  let server: RunningServer;

  beforeAll(async () => {
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=20&first=20&delay=5', recordBodies: false }).start();
    const variables = {
      OPENAI_BASE_URL: upstream.url,
      OPENAI_API_KEY: 'key',
      OPENAI_MAX_CONCURRENCY: '256',
      LLM_CONNECT_TIMEOUT_MS: '30000',
      LLM_FIRST_TOKEN_TIMEOUT_MS: '30000',
      CACHE_TTL_SECONDS: '0',
    };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers({ graph: 30, persona: 10 }) }]);
  });
  afterAll(async () => {
    await server.close();
    await upstream.stop();
  });

  async function leaveAfter(ms: number): Promise<void> {
    const abort = new AbortController();
    const reading = fetch(`${server.url}/v1/readings/dream`, { ...request(), signal: abort.signal })
      .then((response) => response.text())
      .catch(() => '');
    await delay(ms);
    abort.abort();
    await reading;
  }

  it(`leaves no upstream request open one second after ${DISCONNECTS} disconnects at random times`, async () => {
    await Promise.all(Array.from({ length: AT_ONCE }, () => leaveAfter(Math.random() * MAX_READING_MS)));
    const before = heapMegabytes();
    const listenersBefore = listeners();
    for (let left = DISCONNECTS; left > 0; left -= AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, () => leaveAfter(Math.random() * MAX_READING_MS)));
    }
    await delay(1_000);
    const { open, aborted, finished } = upstream.stats;
    const grown = heapMegabytes() - before;
    console.log(
      `${DISCONNECTS} disconnects: upstream open ${open}, aborted ${aborted}, finished ${finished}; heap ${grown.toFixed(1)} MB grown`,
    );
    expect(open).toBe(0);
    expect(aborted).toBeGreaterThan(0);
    await waitUntil(() => server.app.get(ReadingHub).size === 0);
    expect((grown * 1024) / DISCONNECTS).toBeLessThan(MAX_KEPT_KILOBYTES);
    expect(listeners()).toBe(listenersBefore);
  }, 60_000);

  it('cancels a deleted reading for all of its clients', async () => {
    upstream.mode = 'stall?after=3';
    const response = await fetch(`${server.url}/v1/readings/dream`, request());
    const id = response.headers.get('x-reading-id');
    const stopped = await fetch(`${server.url}/v1/readings/${id}`, { method: 'DELETE' });
    expect(stopped.status).toBe(204);
    expect(await response.text()).toMatch(/event: done\ndata: {"done":true,"status":"cancelled"/);
    await waitUntil(() => upstream.stats.open === 0);
  });
});
