import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { readingDefinitions } from '@app/readings';
import { type ReadingEvent, readingDocument } from '@app/streaming';
import { assertContract } from './harness/assert-contract.js';
import { ScriptableUpstream } from './harness/index.js';
import { postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

const dream = { dream: 'A snake.', locale: 'en' };

describe('/v1/readings as a REST resource', () => {
  let upstream: ScriptableUpstream;
  let server: RunningServer;

  beforeAll(async () => {
    upstream = await new ScriptableUpstream({ mode: 'ok?tokens=20' }).start();
    const variables = { OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key', CACHE_TTL_SECONDS: '0' };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterAll(async () => {
    await server.close();
    await upstream.stop();
  });

  const post = (headers: Readonly<Record<string, string>> = {}, query = '', body: unknown = dream) =>
    fetch(`${server.url}/v1/readings/dream${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const get = (id: string | null) => fetch(`${server.url}/v1/readings/${id}`);
  const typeOf = (response: Response) => response.headers.get('content-type')?.split(';')[0];

  it.each([
    [{ Accept: '*/*' }, '', 'application/json'],
    [{ Accept: 'application/json' }, '', 'application/json'],
    [{ Accept: 'text/html' }, '', 'application/json'],
    [{ Accept: 'application/json, text/event-stream;q=0.5' }, '', 'application/json'],
    [{ Accept: 'text/event-stream' }, '', 'text/event-stream'],
    [{ Accept: 'text/event-stream, */*' }, '', 'text/event-stream'],
    [{ Accept: 'application/x-ndjson' }, '', 'application/x-ndjson'],
    [{ Accept: '*/*' }, '?stream=true', 'text/event-stream'],
    [{ Accept: 'application/x-ndjson' }, '?stream=1', 'application/x-ndjson'],
    [{ Accept: 'text/event-stream' }, '?stream=false', 'application/json'],
  ])('answers %j %s with %s', async (headers, query, type) => {
    const response = await post(headers, query);
    await response.text();
    expect([response.status, typeOf(response)]).toEqual([200, type]);
  });

  it('answers a document that follows the published schema', async () => {
    const document = (await (await post()).json()) as object;
    expect(readingDocument.parse(document)).toEqual(document);
  });

  it('writes the same events in lines', async () => {
    const response = await post({ Accept: 'application/x-ndjson' });
    const lines = (await response.text()).trimEnd().split('\n');
    const events = lines.map((line) => JSON.parse(line) as ReadingEvent & { id: string });
    assertContract(events.map(({ event, data }) => ({ event, data }) as ReadingEvent));
    const id = response.headers.get('x-reading-id');
    expect(events.map((event) => event.id)).toEqual(events.map((_, at) => `${id}.${at + 1}`));
    expect(events.at(-1)).toMatchObject({ event: 'done', data: { status: 'ok' } });
    const resumed = await fetch(`${server.url}/v1/readings/${id}/events?after=5`, {
      headers: { Accept: 'text/event-stream' },
    });
    expect((await resumed.text()).match(/^id: /gm)).toHaveLength(lines.length - 5);
  });

  it('answers a finished reading again', async () => {
    const response = await post();
    const first = (await response.json()) as object;
    const again = await get(response.headers.get('x-reading-id'));
    expect(await again.json()).toEqual(first);
  });

  it('answers with the text so far of a running reading', async () => {
    upstream.mode = 'ok?tokens=400&delay=20';
    const response = await post({ Accept: 'text/event-stream' });
    const id = response.headers.get('x-reading-id');
    const running = async () => (await (await get(id)).json()) as { status: string; texts: { status: string }[] };
    await waitUntil(async () => (await running()).texts.length > 0);
    const document = await running();
    expect(readingDocument.parse(document)).toMatchObject({ reading: id, status: 'running' });
    expect(document.texts[0]).toMatchObject({ status: 'running' });
    await fetch(`${server.url}/v1/readings/${id}`, { method: 'DELETE' });
    await response.text();
    expect((await running()).status).toBe('cancelled');
    upstream.mode = 'ok?tokens=20';
  });

  it('answers 404 for an unknown reading', async () => {
    expect((await get('none')).status).toBe(404);
  });

  it('continues a reading when a request is repeated with Last-Event-ID', async () => {
    const whole = await postForEvents(`${server.url}/v1/readings/dream`, dream);
    const last = whole.events[4]?.id ?? '';
    const rest = await postForEvents(`${server.url}/v1/readings/dream`, dream, { 'Last-Event-ID': last });
    expect(rest.events).toEqual(whole.events.slice(5));
    const end = await post({ Accept: 'text/event-stream', 'Last-Event-ID': whole.events.at(-1)?.id ?? '' });
    expect(end.status).toBe(204);
    const fresh = await postForEvents(`${server.url}/v1/readings/dream`, dream, { 'Last-Event-ID': 'gone.7' });
    expect(fresh.events[0]?.event).toBe('reading');
  });

  it.each(readingDefinitions.map(({ kind, example }) => [kind, example] as const))(
    'answers the documented example of %s',
    async (kind, example) => {
      const { events } = await postForEvents(`${server.url}/v1/readings/${kind}`, example);
      expect(events.at(-1)).toMatchObject({ event: 'done', data: { status: 'ok' } });
    },
  );

  it('publishes schemas', async () => {
    const { schemas } = (await (await fetch(`${server.url}/v1/schemas`)).json()) as { schemas: readonly string[] };
    expect(schemas).toEqual(
      expect.arrayContaining(['/v1/schemas/event', '/v1/schemas/delta', '/v1/schemas/tarot.facts']),
    );
    for (const path of schemas) {
      const response = await fetch(server.url + path);
      expect([typeOf(response), await response.json()]).toMatchObject(['application/schema+json', { $id: path }]);
    }
    expect((await fetch(`${server.url}/v1/schemas/none`)).status).toBe(404);
  });
});
