import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { ScriptableUpstream } from './harness/index.js';
import { eventsOf, postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

jest.setTimeout(180_000);

const PATHS = 10_000;
const AT_ONCE = 20;
const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];

describe('metrics of a running server', () => {
  let server: RunningServer;

  beforeAll(async () => {
    const variables = { AUTH: 'off', CACHE_TTL_SECONDS: '0', ADMIN_KEY: 'admin-key-of-the-test' };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterAll(() => server.close());

  const scrape = async () => (await fetch(`${server.url}/metrics`)).text();
  const series = (text: string) =>
    text.split('\n').filter((line) => line !== '' && !/^#|^(?:nodejs|process)_/.test(line)).length;
  const knock = async (at: number) => {
    const path = randomBytes(6).toString('base64url');
    const shapes = [`/${path}`, `/v1/readings/${path}`, `/v1/readings/${path}/events`, `/page/${path}?${path}=${path}`];
    const method = METHODS[at % METHODS.length] ?? 'GET';
    const answer = await fetch(`${server.url}${shapes[(at >> 2) % shapes.length]}`, { method });
    await answer.arrayBuffer();
  };
  const knockAll = async (from: number, to: number) => {
    let next = from;
    const worker = async () => {
      while (next < to) await knock(next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };

  it(`gain no series from ${PATHS} random paths and kinds`, async () => {
    await knockAll(0, 64);
    await scrape();
    const before = series(await scrape());
    await knockAll(64, 64 + PATHS);
    expect(series(await scrape())).toBe(before);
  });

  it('count a stream at its end by its route pattern, with every stage', async () => {
    const stream = await postForEvents(`${server.url}/v1/readings/dream`, { dream: 'A snake.', locale: 'en' });
    const [done] = eventsOf(stream, 'done');
    const text = await scrape();
    expect(text).toMatch(
      /^http_request_duration_seconds_count\{method="POST",route="\/v1\/readings\/:kind",status="200"\} 1$/m,
    );
    for (const stage of ['safety', 'retrieve', 'generate'])
      expect(text).toMatch(new RegExp(`^reading_stage_duration_seconds_count\\{stage="${stage}"\\} [1-9]`, 'm'));
    expect(text).toMatch(/^reading_duration_seconds_count\{kind="dream",outcome="ok"\} 1$/m);
    expect(text).toMatch(/^reading_first_token_seconds_count\{kind="dream",outcome="ok"\} 1$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(Object.keys(done?.timings ?? {})).toEqual(
      expect.arrayContaining(['safety', 'plan', 'retrieve', 'retrieve_graph', 'section_summary', 'generate']),
    );
    const ends = Object.values(done?.timings ?? {}).map(({ start, ms }) => start + ms);
    expect(Math.abs(Math.max(...ends) - (done?.ms ?? 0))).toBeLessThanOrEqual(500);
    expect(stream.headers.get('server-timing')).toMatch(/^begin;dur=\d+\.\d, safety;dur=\d+\.\d, plan;dur=/);
  });

  it('expose the windows as JSON and reset them only with the admin key', async () => {
    const stats = async () =>
      ((await (await fetch(`${server.url}/v1/stats`)).json()) as { operations: Record<string, { count: number }> })
        .operations;
    await postForEvents(`${server.url}/v1/readings/dream`, { dream: 'A snake.', locale: 'en' });
    const operations = await stats();
    for (const name of [
      'rag_graph_fetch',
      'rag_corpus_fetch',
      'rag_persona_fetch',
      'rag_domain_fetch',
      'section_summary',
    ])
      expect(operations[name]?.count).toBeGreaterThan(0);
    const reset = (key?: string) =>
      fetch(`${server.url}/v1/stats`, { method: 'DELETE', headers: key ? { Authorization: `Bearer ${key}` } : {} });
    expect((await reset()).status).toBeGreaterThanOrEqual(401);
    expect((await reset('wrong-key-of-the-test')).status).toBeGreaterThanOrEqual(401);
    expect((await reset('admin-key-of-the-test')).status).toBe(204);
    expect(await stats()).toEqual({});
  });
});

describe('disconnected clients', () => {
  let upstream: ScriptableUpstream;
  let server: RunningServer;

  beforeAll(async () => {
    upstream = await new ScriptableUpstream().start();
    const variables = { OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key', CACHE_TTL_SECONDS: '0', AUTH: 'off' };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterAll(async () => {
    await server.close();
    await upstream.stop();
  });

  const left = async (phase: string) => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    return Number(new RegExp(`^http_stream_disconnects_total\\{phase="${phase}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  };

  const birth = { date: '1990-05-05', time: '10:00' };
  it.each([
    ['/v1/readings/dream', { dream: 'A snake.', locale: 'en' }, '"content"'],
    ['/api/tarot/chat-stream', { messages: [{ role: 'user', content: 'What now?' }], language: 'en' }, '"content"'],
    ['/saju/ask-stream', { prompt: 'What now?', birth, locale: 'en' }, 'data: '],
  ])('are counted by what %s had told them', async (path, question, text) => {
    const leave = async (mode: string, enough: (read: string) => boolean) => {
      upstream.setMode(mode);
      const abort = new AbortController();
      const headers = { 'Content-Type': 'application/json', Accept: 'text/event-stream' };
      const init = { method: 'POST', headers, signal: abort.signal };
      const response = await fetch(`${server.url}${path}`, { ...init, body: JSON.stringify(question) });
      const decoder = new TextDecoder();
      let read = '';
      const reader = response.body!.getReader();
      while (!enough(read)) read += decoder.decode((await reader.read()).value, { stream: true });
      abort.abort();
    };
    const [early, late] = [await left('before-first-token'), await left('streaming')];
    await leave('hang', () => true);
    await waitUntil(async () => (await left('before-first-token')) === early + 1);
    await leave('stall?after=12', (read) => read.includes(text));
    await waitUntil(async () => (await left('streaming')) === late + 1);
    expect(await left('before-first-token')).toBe(early + 1);
  });
});
