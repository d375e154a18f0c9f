import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ScriptableUpstream } from './harness/index.js';
import { parseEvents } from './harness/read-events.js';
import { ServerProcess } from './harness/server-process.js';
import { waitUntil } from './harness/wait-until.js';

const STREAMS = 100;
let asked = 0;
/** Each dream differs: equal ones would share one reading. */
const request = () => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
  body: JSON.stringify({ dream: `A snake, the ${++asked}th time.`, locale: 'en' }),
});

describe('SIGTERM with 100 running streams', () => {
  let upstream: ScriptableUpstream;
  let server: ServerProcess;

  beforeAll(async () => {
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=100&delay=50', recordBodies: false }).start();
  });
  afterEach(() => server.kill());
  afterAll(() => upstream.stop());

  async function started(variables: Readonly<Record<string, string>>) {
    server = await ServerProcess.start({
      OPENAI_BASE_URL: upstream.url,
      OPENAI_API_KEY: 'key',
      OPENAI_MAX_CONCURRENCY: '512',
      // Opening three hundred connections takes a while on a busy machine.
      LLM_CONNECT_TIMEOUT_MS: '30000',
      LLM_FIRST_TOKEN_TIMEOUT_MS: '30000',
      CACHE_TTL_SECONDS: '0',
      ...variables,
    });
    const responses = await Promise.all(
      Array.from({ length: STREAMS }, () => fetch(`${server.url}/v1/readings/dream`, request())),
    );
    return responses.map((response) => response.text());
  }

  const status = (bytes: string) => parseEvents(bytes).at(-1)?.data as unknown as { status: string };
  const ready = async () => (await fetch(`${server.url}/health/ready`)).status;
  const post = () => fetch(`${server.url}/v1/readings/dream`, request());

  it('finishes all within the drain time, rejects new ones and exits 0', async () => {
    const texts = await started({ DRAIN_DELAY_MS: '4000', DRAIN_TIMEOUT_MS: '60000' });
    server.signal('SIGTERM');
    await waitUntil(async () => (await ready()) === 503, 3_500);
    const late = await post();
    expect(late.status).toBe(200);
    await late.body?.cancel();
    let refused: Response | undefined;
    await waitUntil(async () => (refused = await post()).status === 503, 20_000);
    expect(refused?.headers.get('retry-after')).toBe('2');
    const ended = (await Promise.all(texts)).map((bytes) => status(bytes).status);
    expect(ended).toEqual(Array.from({ length: STREAMS }, () => 'ok'));
    expect(await server.exited).toBe(0);
  }, 90_000);

  it('sends `shutdown` to all when the drain time expires and exits 0', async () => {
    upstream.mode = 'ok?tokens=1000&delay=50';
    const texts = await started({ DRAIN_DELAY_MS: '0', DRAIN_TIMEOUT_MS: '500' });
    const signalled = performance.now();
    server.signal('SIGTERM');
    expect(await server.exited).toBe(0);
    const leftAfterMs = performance.now() - signalled;
    for (const bytes of await Promise.all(texts)) {
      expect(parseEvents(bytes).filter(({ event }) => event === 'shutdown')).toHaveLength(1);
      expect(status(bytes).status).toBe('cancelled');
    }
    console.log(`100 streams, drain 500 ms: left after ${leftAfterMs.toFixed(0)} ms`);
    expect(leftAfterMs).toBeGreaterThan(500);
    await waitUntil(() => upstream.stats.open === 0);
  });

  it('answers 503 with Retry-After to clients that wait for a document when the drain time expires', async () => {
    upstream.mode = 'ok?tokens=1000&delay=50';
    const streams = Promise.allSettled(await started({ DRAIN_DELAY_MS: '0', DRAIN_TIMEOUT_MS: '500' }));
    const before = upstream.stats.started;
    const { headers, ...init } = request();
    const document = fetch(`${server.url}/v1/readings/dream`, {
      ...init,
      headers: { ...headers, Accept: 'application/json' },
    });
    await waitUntil(() => upstream.stats.started > before, 20_000);
    server.signal('SIGTERM');
    const answer = await document;
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await answer.json()).toMatchObject({ code: 'server.draining', retryable: true });
    expect(await server.exited).toBe(0);
    await streams;
  });

  it('exits at once on a second signal', async () => {
    // Observed from the start: the streams may break before the exit is seen.
    const texts = Promise.allSettled(await started({ DRAIN_DELAY_MS: '0', DRAIN_TIMEOUT_MS: '60000' }));
    server.signal('SIGTERM');
    await waitUntil(async () => (await ready().catch(() => 503)) === 503);
    server.signal('SIGTERM');
    expect(await server.exited).toBe(130);
    await texts;
  });
});
