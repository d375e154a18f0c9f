import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { RedisServer, redisIsInstalled } from '@app/cache/testing';
import { EmbeddingStatus } from '@app/embedding';
import { KnowledgeStore } from '@app/knowledge';
import { RETRIEVERS } from '@app/rag';
import { Readiness } from '../apps/api/src/health/readiness.js';
import { postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type Override, type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';
import { freePort } from './harness/free-port.js';

jest.setTimeout(180_000);

/** A probe takes a few ms; one that waited for a hanging indicator would not answer at all. */
const MAX_PROBE_MS = 5_000;
const READY = ['/health/ready', '/readyz', '/ready'];
const LIVE = ['/health/live', '/livez'];

const status = { ready: true, revision: 1, committedAt: '2026-01-01T00:00:00.000Z', rows: { domain: 1, corpus: 1 } };
const knowledge = { token: KnowledgeStore, value: { status: () => status, refresh: async () => undefined } };
const embedding = (ready: () => Promise<void>): Override => ({
  token: EmbeddingStatus,
  value: { ready, description: 'a fake', state: { phase: 'ready' } },
});
const usable = [{ token: RETRIEVERS, value: snakeRetrievers() }, knowledge, embedding(async () => undefined)];

interface Probed {
  readonly status: number;
  readonly ms: number;
  readonly body: { readonly status?: string; readonly details?: Readonly<Record<string, { readonly status: string }>> };
}

async function probe(url: string, path: string): Promise<Probed> {
  const startedAt = performance.now();
  const answer = await fetch(`${url}${path}`);
  const body = (await answer.json()) as Probed['body'];
  return { status: answer.status, ms: performance.now() - startedAt, body };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Requests every alias a few times and checks the median latency. */
async function probeAll(url: string, name: string, paths: readonly string[]): Promise<readonly Probed[]> {
  const probed: Probed[] = [];
  for (let round = 0; round < 5; round++) for (const path of paths) probed.push(await probe(url, path));
  const ms = probed.map((one) => one.ms);
  console.log(`${name}: probe latency ${median(ms).toFixed(1)} ms (median), ${Math.max(...ms).toFixed(1)} ms (worst)`);
  expect(median(ms)).toBeLessThan(MAX_PROBE_MS);
  return probed;
}

const statuses = (probed: readonly Probed[]) => [...new Set(probed.map((one) => one.status))];

describe('probes', () => {
  let server: RunningServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  it('return 200 when every indicator is up', async () => {
    server = await startServer({ AUTH: 'off' }, usable);
    expect(statuses(await probeAll(server.url, 'all well', [...LIVE, ...READY, '/health']))).toEqual([200]);
  });

  it('report not ready until the start has finished', async () => {
    server = await startServer({ AUTH: 'off' }, usable);
    const readiness = server.app.get(Readiness);
    readiness.isStarting = true;
    const { status, body } = await probe(server.url, '/health/ready');
    expect([status, body.details?.['capacity']]).toEqual([503, { status: 'down', streams: 0, reason: 'starting' }]);
    readiness.isStarting = false;
    expect(statuses(await probeAll(server.url, 'started', READY))).toEqual([200]);
  });

  it('require no key', async () => {
    server = await startServer({ ADMIN_KEY: 'admin-key-of-the-test' }, usable);
    expect(statuses(await probeAll(server.url, 'without a key', [...LIVE, ...READY, '/health']))).toEqual([200]);
  });

  it('report not ready without delay while an indicator hangs', async () => {
    const hangs = embedding(() => new Promise<void>(() => {}));
    server = await startServer({ AUTH: 'off' }, [...usable.slice(0, 2), hangs]);
    expect(statuses(await probeAll(server.url, 'an indicator hangs', READY))).toEqual([503]);
    expect(statuses(await probeAll(server.url, 'an indicator hangs, live', LIVE))).toEqual([200]);
  });

  it('stay ready but degraded while the graph or persona rules are unreadable, and name the fix', async () => {
    const pack = await mkdtemp(join(tmpdir(), 'broken-pack-'));
    try {
      await cp('knowledge', pack, { recursive: true });
      const rules = join(pack, 'persona');
      await writeFile(join(pack, 'graph', 'edges.jsonl'), '{"source":');
      await rm(rules, { recursive: true });
      server = await startServer({ AUTH: 'off', KNOWLEDGE_DIR: pack }, usable);
      for (const path of ['/health', '/readyz']) {
        const { status, body } = await probe(server.url, path);
        expect([status, body.status]).toEqual([200, 'degraded']);
        expect(body.details?.['graph']).toMatchObject({ status: 'degraded', command: 'npm run knowledge:graph' });
        expect(body.details?.['graph']).toHaveProperty('reason', expect.stringContaining('edges.jsonl:1: is not JSON'));
        expect(body.details?.['persona']).toMatchObject({ status: 'degraded' });
      }
      await cp('knowledge/graph', join(pack, 'graph'), { recursive: true });
      await cp('knowledge/persona', rules, { recursive: true });
      const { url } = server;
      await waitUntil(async () => (await probe(url, '/health')).body.status === 'ok', 30_000);
      expect((await probe(url, '/health')).body.details?.['graph']).toHaveProperty('nodes', expect.any(Number));
    } finally {
      await rm(pack, { recursive: true, force: true });
    }
  });

  it('stay ready, degraded, while queries get no vector from a loaded embedder', async () => {
    const failing = { ready: async () => undefined, description: 'a fake', failing: 'embedding.timeout' };
    server = await startServer({ AUTH: 'off' }, [...usable.slice(0, 2), { token: EmbeddingStatus, value: failing }]);
    const { status: code, body } = await probe(server.url, '/readyz');
    expect([code, body.details?.['embedder']]).toEqual([
      200,
      expect.objectContaining({ status: 'degraded', reason: 'embedding.timeout' }),
    ]);
  });

  it('stay ready while the upstream is down and report it in the details', async () => {
    const down = {
      AUTH: 'off',
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
      OPENAI_API_KEY: 'key',
      CACHE_TTL_SECONDS: '0',
    };
    server = await startServer(down, usable);
    const { url } = server;
    const isOpen = async () => (await probe(url, '/health')).body.details?.['writer']?.status === 'degraded';
    await waitUntil(async () => {
      await postForEvents(`${url}/v1/readings/dream`, { dream: 'A snake.', locale: 'en' });
      return isOpen();
    }, 60_000);
    const probed = await probeAll(url, 'the upstream is down', [...READY, '/health']);
    expect(statuses(probed)).toEqual([200]);
    expect((await probe(url, '/health')).body.status).toBe('degraded');
  });

  const withRedis = redisIsInstalled() ? it : it.skip;
  withRedis('stay ready, degraded, while Redis is frozen (skipped without redis-server)', async () => {
    const redis = await RedisServer.start();
    try {
      server = await startServer({ AUTH: 'off', REDIS_URL: redis.url }, usable);
      const { url } = server;
      const state = async () => (await probe(url, '/health/ready')).body.details?.['redis']?.status;
      await waitUntil(async () => (await state()) === 'up', 30_000);
      redis.freeze();
      await waitUntil(async () => (await state()) === 'degraded', 30_000);
      expect(statuses(await probeAll(url, 'Redis is frozen', [...LIVE, ...READY, '/health']))).toEqual([200]);
      redis.thaw();
      await waitUntil(async () => (await state()) === 'up', 30_000);
    } finally {
      redis.thaw();
      await redis.kill();
    }
  });
});

describe('probes of a process that is building its knowledge tables', () => {
  let child: ChildProcess;
  let folder: string;
  afterEach(async () => {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    await rm(folder, { recursive: true, force: true });
  });

  it('report live but not ready, then ready', async () => {
    folder = await mkdtemp(join(tmpdir(), 'building-server-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = { PORT: String(port), DATA_DIR: folder, AUTH: 'off', LOG_LEVEL: 'error' };
    child = spawn(process.execPath, ['dist/apps/api/src/main.js'], { env, stdio: 'ignore' });
    await waitUntil(
      () =>
        fetch(`${url}/livez`).then(
          (answer) => answer.ok,
          () => false,
        ),
      60_000,
    );
    expect(statuses(await probeAll(url, 'building, live', LIVE))).toEqual([200]);
    expect((await probe(url, '/readyz')).status).toBe(503);
    await waitUntil(async () => (await probe(url, '/readyz')).status === 200, 150_000);
  });
});
