import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { ScriptableUpstream } from './harness/index.js';
import { eventsOf, postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';

const dream = { dream: 'A big snake came into the house and chased me.', locale: 'en' };

describe('POST /v1/readings/dream', () => {
  let upstream: ScriptableUpstream;
  let server: RunningServer;

  beforeAll(async () => {
    upstream = await new ScriptableUpstream({ mode: 'ok?text=It changes [1] and [99] stays.&delay=5' }).start();
    const variables = { OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key', CACHE_TTL_SECONDS: '0' };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers({ graph: 40 }) }]);
  });
  afterAll(async () => {
    await server.close();
    await upstream.stop();
  });

  it('streams the protocol events in order with consecutive ids from 1 and one final done', async () => {
    const stream = await postForEvents(`${server.url}/v1/readings/dream`, dream);
    const reading = stream.headers.get('x-reading-id');
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
    expect(stream.events.map(({ id }) => id)).toEqual(stream.events.map((_, at) => `${reading}.${at + 1}`));
    expect(stream.events[0]).toMatchObject({
      event: 'reading',
      data: {
        reading,
        kind: 'dream',
        locale: 'en',
        sections: ['summary', 'symbols', 'recommendations'],
        llm: { engine: 'openai' },
      },
    });
    expect(
      eventsOf(stream, 'retrieval')
        .map(({ retriever }) => retriever)
        .toSorted(),
    ).toEqual(['corpus', 'domain', 'graph', 'persona']);
    expect(stream.events.filter(({ event }) => event === 'done')).toHaveLength(1);
    expect(stream.events.at(-1)).toMatchObject({ event: 'done', data: { done: true, status: 'ok', grounded: true } });
    expect(stream.bytes).not.toContain('\r');
    expect(stream.bytes.match(/^retry: 1000$/gm)).toHaveLength(1);
  });

  it('ends each section with one done event and cites only announced passages', async () => {
    const stream = await postForEvents(`${server.url}/v1/readings/dream`, dream);
    for (const section of ['summary', 'symbols', 'recommendations']) {
      const text = eventsOf(stream, 'delta')
        .filter((delta) => delta.section === section)
        .map(({ content }) => content)
        .join('');
      const ends = eventsOf(stream, 'section').filter((end) => end.section === section && end.status !== 'start');
      expect(ends).toMatchObject([{ status: 'done', finish_reason: 'stop' }]);
      expect(ends[0]).not.toHaveProperty('full_text');
      expect(text).toBe('It changes [1] and [99] stays.');
    }
    const known = eventsOf(stream, 'retrieval').flatMap(({ sources }) => sources.map(({ n, id }) => `${n} ${id}`));
    const cited = eventsOf(stream, 'citation').map(({ n, id }) => `${n} ${id}`);
    expect(cited.length).toBeGreaterThan(0);
    for (const citation of cited) expect(known).toContain(citation);
  });

  it('repeats the section text at its end when requested', async () => {
    const stream = await postForEvents(`${server.url}/v1/readings/dream?full_text=1`, dream);
    const ends = eventsOf(stream, 'section').filter(({ status }) => status === 'done');
    expect(ends).toHaveLength(3);
    for (const end of ends) expect(end).toMatchObject({ full_text: 'It changes [1] and [99] stays.' });
  });

  it('sends `error` before `done` when every section is empty', async () => {
    const before = upstream.mode;
    upstream.mode = '401';
    const stream = await postForEvents(`${server.url}/v1/readings/dream`, { ...dream, seed: 401 });
    upstream.mode = before;
    expect(stream.events.slice(-2)).toMatchObject([
      { event: 'error', data: { code: 'llm.unauthorized', error: expect.any(String) } },
      { event: 'done', data: { status: 'failed' } },
    ]);
  });

  it('starts a section when its own retrievers settle, before the slowest retriever', async () => {
    const { events } = await postForEvents(`${server.url}/v1/readings/dream`, dream);
    const at = (event: string, part: object) =>
      events.findIndex(
        (one) =>
          one.event === event &&
          Object.entries(part).every(([key, value]) => (one.data as unknown as Record<string, unknown>)[key] === value),
      );
    const graph = at('retrieval', { retriever: 'graph' });
    expect(at('section', { section: 'summary', status: 'start' })).toBeLessThan(graph);
    expect(at('section', { section: 'recommendations', status: 'start' })).toBeLessThan(graph);
    expect(at('section', { section: 'symbols', status: 'start' })).toBeGreaterThan(graph);
  });

  it('interleaves the sections', async () => {
    const stream = await postForEvents(`${server.url}/v1/readings/dream`, dream);
    const order = eventsOf(stream, 'delta').map(({ section }) => section);
    const changes = order.filter((section, at) => at > 0 && section !== order[at - 1]).length;
    expect(changes).toBeGreaterThan(3);
  });

  it('returns the same reading on the legacy route', async () => {
    const { events } = await postForEvents(`${server.url}/api/dream/interpret-stream`, dream);
    expect(events[0]).toMatchObject({ data: { kind: 'dream' } });
    expect(events.at(-1)).toMatchObject({ data: { done: true, status: 'ok' } });
  });

  it('responds with one document to a client that accepts JSON', async () => {
    const response = await fetch(`${server.url}/v1/readings/dream`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(dream),
    });
    expect(await response.json()).toMatchObject({
      kind: 'dream',
      status: 'ok',
      texts: [
        { section: 'summary', full_text: 'It changes [1] and [99] stays.' },
        { section: 'symbols' },
        { section: 'recommendations' },
      ],
      retrieval: [{}, {}, {}, {}],
    });
  });

  it('completes the other sections when one fails and reports the failure', async () => {
    upstream.mode = ({ index }) => (index % 3 === 0 ? 'clean-end?tokens=10&after=4' : 'ok?tokens=5');
    upstream.reset();
    const stream = await postForEvents(`${server.url}/v1/readings/dream`, dream);
    const ends = eventsOf(stream, 'section').filter(({ status }) => status !== 'start');
    expect(ends.filter(({ status }) => status === 'failed')).toMatchObject([
      { code: 'llm.truncated', retryable: true },
    ]);
    expect(stream.bytes).not.toContain('"error"');
    expect(stream.events.at(-1)).toMatchObject({ data: { status: 'partial' } });
    upstream.mode = 'ok';
  });
});
