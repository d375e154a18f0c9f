import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdleStreams, idleEnvironment, sample } from './harness/idle-streams.js';
import { UpstreamProcess } from './harness/index.js';
import { ServerProcess } from './harness/server-process.js';
import { waitUntil } from './harness/wait-until.js';

/** `npm run bench:idle` holds 10 000. */
const STREAMS = 2_000;
const HEARTBEAT_MS = 1_000;
const PATIENCE_MS = 120_000;

describe(`${STREAMS} idle streams`, () => {
  let upstream: UpstreamProcess;
  let server: ServerProcess;
  let streams: IdleStreams;
  let url: string;

  beforeAll(async () => {
    upstream = await UpstreamProcess.start(['--mode', 'hang-after-headers']);
    server = await ServerProcess.start(idleEnvironment(upstream.url, STREAMS, HEARTBEAT_MS));
    url = `${server.url}/v1/readings/dream`;
    streams = await IdleStreams.open(url, STREAMS);
  }, PATIENCE_MS);
  afterAll(async () => {
    streams?.close();
    await server?.kill();
    await upstream?.stop();
  });

  it(
    'are all accepted and kept alive by heartbeats',
    async () => {
      expect(streams.accepted).toBe(STREAMS);
      await waitUntil(() => streams.fewestPings >= 3, PATIENCE_MS / 2);
      expect(streams.open).toBe(STREAMS);
      expect(await sample(url, 'http_streams_active')).toBe(STREAMS);
    },
    PATIENCE_MS,
  );

  it('cause further streams to be rejected with Retry-After', async () => {
    const refused = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ dream: 'One more snake.' }),
    });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ code: 'server.busy', retryable: true });
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  });

  it(
    'release all resources when closed',
    async () => {
      streams.close();
      // Closing thousands of streams may abort a scrape; only the final state matters.
      const active = () => sample(url, 'http_streams_active').catch(() => Number.NaN);
      await waitUntil(async () => (await active()) === 0, PATIENCE_MS / 2);
      await waitUntil(async () => (await upstream.counts()).open === 0, PATIENCE_MS / 2);
      const next = await IdleStreams.open(url, 1);
      expect(next.accepted).toBe(1);
      next.close();
    },
    PATIENCE_MS,
  );
});
