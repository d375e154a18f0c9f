import { hash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { ScriptableUpstream } from './harness/index.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

const open = (url: string, n: number, query = '') =>
  fetch(`${url}/v1/readings/dream${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', Authorization: 'Bearer k' },
    body: JSON.stringify({ dream: `A snake, the ${n}th time.`, locale: 'en' }),
  });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('limits of a key whose reader leaves early', () => {
  let upstream: ScriptableUpstream;
  let server: RunningServer;

  const withKey = async (limits: object, variables: Readonly<Record<string, string>> = {}) => {
    const keys = [{ name: 'web', sha256: hash('sha256', 'k'), limits }];
    server = await startServer(
      {
        OPENAI_BASE_URL: upstream.url,
        OPENAI_API_KEY: 'key',
        CACHE_TTL_SECONDS: '0',
        API_KEYS: JSON.stringify({ keys }),
        ...variables,
      },
      [{ token: RETRIEVERS, value: snakeRetrievers() }],
    );
    return server;
  };

  beforeAll(async () => {
    upstream = await new ScriptableUpstream({ recordBodies: false }).start();
  });
  afterEach(() => server.close());
  afterAll(() => upstream.stop());

  it('charge a reading that was left before `done`, and admit one over the budget at most', async () => {
    const { url } = await withKey({ tokensPerDay: 100 });
    upstream.mode = 'stall?after=3';
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) {
      const answer = await open(url, n);
      statuses.push(answer.status);
      if (answer.status === 200) await waitUntil(() => upstream.stats.open === 3);
      await answer.body?.cancel();
      await waitUntil(() => upstream.stats.open === 0);
      // Charged once the server has seen the disconnect.
      await waitUntil(async () => /^http_streams_active 0$/m.test(await (await fetch(`${url}/metrics`)).text()));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const refused = await open(url, 12);
    expect([refused.status, await codeOf(refused)]).toEqual([429, 'limit.tokens']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(80_000);
  });

  it('admit one reading at most while the tokens of another are unknown', async () => {
    const { url } = await withKey({ tokensPerDay: 100 });
    upstream.mode = 'ok?tokens=5&first=500';
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => open(url, n)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await Promise.all(answers.map((answer) => answer.text()));
  });

  it('count a reading that continues without its reader', async () => {
    const { url } = await withKey({ concurrentReadings: 2 }, { RESUME_GRACE_MS: '60000' });
    upstream.mode = 'stall?after=3';
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) {
      const answer = await open(url, n, '?onDisconnect=continue');
      statuses.push(answer.status);
      await answer.body?.cancel();
      await waitUntil(async () => /^http_streams_active 0$/m.test(await (await fetch(`${url}/metrics`)).text()));
    }
    expect(statuses).toEqual([200, 200, 429, 429, 429, 429]);
    expect(upstream.stats.open).toBe(6);
  });
});
