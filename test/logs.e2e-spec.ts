import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ScriptableUpstream } from './harness/index.js';
import { ServerProcess } from './harness/server-process.js';
import { waitUntil } from './harness/wait-until.js';

const PLANTED = {
  OPENAI_API_KEY: 'sk-planted-openai-key-0001',
  ADMIN_KEY: 'planted-admin-key-0002',
  EMBEDDINGS_API_KEY: 'planted-embeddings-key-0003',
};
const BEARER = 'planted-bearer-token-0004';
const DREAM = 'In the attic my grandmother Beatrix-Planted-0005 whispered';
const SECRETS = [...Object.values(PLANTED), BEARER];
const json = { 'Content-Type': 'application/json', Accept: 'text/event-stream', Authorization: `Bearer ${BEARER}` };

// Each test starts a process, which takes many seconds on a busy machine.
jest.setTimeout(120_000);

describe('request logs', () => {
  let upstream: ScriptableUpstream;
  let server: ServerProcess;
  let answers: string[];

  beforeEach(async () => {
    answers = [];
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=5' }).start();
  });
  afterEach(async () => {
    await server.kill();
    await upstream.stop();
  });

  const start = async (variables: Readonly<Record<string, string>> = {}) => {
    server = await ServerProcess.start(
      {
        OPENAI_BASE_URL: upstream.url,
        AUTH: 'off',
        LOG_LEVEL: 'trace',
        CACHE_TTL_SECONDS: '0',
        ...PLANTED,
        ...variables,
      },
      'leaky-errors-main',
    );
  };
  const post = async (body: string, path = '/v1/readings/dream', headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(`${server.url}${path}`, { method: 'POST', headers: { ...json, ...headers }, body });
    const text = await response.text().catch(() => '');
    if (!response.ok) answers.push(text);
    return response;
  };
  const dream = (text: string, rest: object = {}) => JSON.stringify({ dream: text, locale: 'en', ...rest });
  const lines = () =>
    server.output.filter((line) => line.startsWith('{"level"')).map((line) => JSON.parse(line) as LogLine);
  const requests = () => lines().filter(({ msg }) => msg === 'request');

  it('contain no secrets and no user text, whatever the outcome', async () => {
    await start();
    await post(dream(DREAM));
    await post(dream(DREAM, { locale: DREAM }));
    await post(`{"dream":"${DREAM}`);
    await post(`{"${DREAM}":{}}`);
    await post(dream(DREAM.repeat(200)));
    await post(dream(DREAM), `/v1/readings/dream?note=${encodeURIComponent(DREAM)}&key=${BEARER}`);
    await post(dream(DREAM), `/${encodeURIComponent(DREAM)}`);
    await post(JSON.stringify({ query: DREAM }), '/v1/retrieve');
    for (const mode of ['401', '500', 'error-object', 'html', 'reset?after=2', 'garbage']) {
      upstream.setMode(mode);
      await post(dream(`${DREAM} ${mode}`));
    }
    await post(dream(`THROW ${DREAM}`));
    await fetch(`${server.url}/v1/stats`, { method: 'DELETE', headers: { Authorization: `Bearer ${BEARER}` } });
    await waitUntil(() => requests().length >= 15);
    for (const path of ['/metrics', '/health', '/health/ready', '/v1/stats'])
      answers.push(await (await fetch(`${server.url}${path}`)).text());
    const crashed = post(dream(`CRASH ${DREAM}`)).catch(() => undefined);
    expect(await server.exited).toBe(1);
    await crashed;
    const said = [...server.output, ...answers].join('\n');
    expect(said).toContain('"error":"Error"');
    expect(said).toContain('Uncaught error, exiting');
    for (const planted of [...SECRETS, 'Beatrix-Planted-0005', 'whispered']) expect(said).not.toContain(planted);
  });

  it('have one line per request at the end of its stream, with ids, route, outcome and stages', async () => {
    await start();
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { 'X-Request-Id': 'planted-request', traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    await post(dream(DREAM), '/v1/readings/dream', headers);
    await waitUntil(() => requests().length > 0);
    const [line] = requests();
    expect(line).toMatchObject({
      requestId: 'planted-request',
      traceId,
      method: 'POST',
      route: '/v1/readings/:kind',
      status: 200,
      outcome: 'ok',
      kind: 'dream',
    });
    expect(Object.keys(line?.stages ?? {})).toEqual(
      expect.arrayContaining(['retrieve', 'generate', 'section_summary']),
    );
    expect(requests()).toHaveLength(1);
    const sent = (upstream.stats.requests[0] as { headers?: Record<string, string> }).headers;
    if (sent) expect(sent['traceparent']).toMatch(new RegExp(`^00-${traceId}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
  });

  it('record the outcome of a raw stream', async () => {
    await start();
    const question = JSON.stringify({
      prompt: 'What now?',
      birth: { date: '1990-05-05', time: '10:00' },
      locale: 'en',
    });
    await post(question, '/saju/ask-stream');
    upstream.setMode('401');
    await post(question.replace('now', 'then'), '/saju/ask-stream');
    await waitUntil(() => requests().length > 1);
    const [whole, broken] = requests();
    expect(whole).toMatchObject({ route: '/saju/ask-stream', outcome: 'ok', kind: 'ask' });
    expect(whole?.firstTextMs).toBeGreaterThan(0);
    expect(Object.keys(whole?.stages ?? {})).toEqual(expect.arrayContaining(['retrieve', 'generate']));
    expect(broken).toMatchObject({ outcome: 'failed', kind: 'ask' });
    expect(broken?.firstTextMs).toBeUndefined();
  });

  it('record `left` for a disconnected client', async () => {
    await start();
    upstream.setMode('stall?after=2');
    const abort = new AbortController();
    const init = { method: 'POST', headers: json, body: dream(DREAM), signal: abort.signal };
    const response = await fetch(`${server.url}/v1/readings/dream`, init);
    await response.body?.getReader().read();
    abort.abort();
    await waitUntil(() => requests().length > 0);
    expect(requests()[0]).toMatchObject({ outcome: 'left', status: 200, stages: { safety: expect.any(Number) } });
  });

  it('contain user text only with LOG_CONTENT=true and never in production', async () => {
    await start({ LOG_CONTENT: 'true' });
    await post(dream(DREAM));
    await waitUntil(() => requests().length > 0);
    expect(server.output.join('\n')).toContain('Beatrix-Planted-0005');
    await server.kill();
    await start({ LOG_CONTENT: 'true', NODE_ENV: 'production' });
    await post(dream(DREAM));
    await waitUntil(() => requests().length > 0);
    expect(server.output.join('\n')).not.toContain('Beatrix-Planted-0005');
  });

  it('contain the timing windows every STATS_LOG_INTERVAL seconds', async () => {
    await start({ STATS_LOG_INTERVAL: '1' });
    await post(dream(DREAM));
    const stats = () => lines().find(({ context, operations }) => context === 'Stats' && operations?.['reading']);
    await waitUntil(() => stats() !== undefined);
    expect(stats()?.operations?.['reading']).toMatchObject({ count: 1 });
  });

  it('respect LOG_LEVEL', async () => {
    await start({ LOG_LEVEL: 'silent' });
    await post(dream(DREAM));
    await post(dream(`THROW ${DREAM}`));
    expect(lines()).toEqual([]);
  });
});

interface LogLine {
  readonly msg?: string;
  readonly context?: string;
  readonly firstTextMs?: number;
  readonly stages?: Readonly<Record<string, number>>;
  readonly operations?: Readonly<Record<string, { readonly count: number }>>;
}
