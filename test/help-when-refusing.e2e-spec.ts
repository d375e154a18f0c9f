import { afterEach, describe, expect, it } from '@jest/globals';
import { Lifecycle } from '@app/http';
import { RETRIEVERS } from '@app/rag';
import { fakeRetrievers } from '@app/rag/testing';
import { ScriptableUpstream } from './harness/index.js';
import { eventsOf, postForEvents } from './harness/read-events.js';
import { type RunningServer, startServer } from './harness/start-server.js';

const CRY = { dream: '요즘 너무 힘들어서 죽고 싶어요' };
const DREAM = { dream: '바다를 걷는 꿈' };

describe('a person in crisis', () => {
  let upstream: ScriptableUpstream | undefined;
  let server: RunningServer;

  const start = async (variables: Readonly<Record<string, string>>) => {
    server = await startServer({ CACHE_TTL_SECONDS: '0', ...variables }, [
      { token: RETRIEVERS, value: fakeRetrievers() },
    ]);
  };
  const read = (body: unknown) => postForEvents(`${server.url}/v1/readings/dream`, body);
  const expectHelp = async () => {
    const stream = await read(CRY);
    expect([stream.status, stream.bytes.includes('109')]).toEqual([200, true]);
    expect(eventsOf(stream, 'done')).toEqual([expect.objectContaining({ status: 'safety' })]);
  };

  afterEach(async () => {
    await server.close();
    await upstream?.stop();
    upstream = undefined;
  });

  it('gets help lines beyond the request limit, where other requests are rejected', async () => {
    await start({ RATE_LIMIT_PER_MINUTE: '1' });
    expect((await read(DREAM)).status).toBe(200);
    expect((await read(DREAM)).status).toBe(429);
    await expectHelp();
    const retrieved = await fetch(`${server.url}/v1/retrieve`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: CRY.dream }),
    });
    expect([retrieved.status, await retrieved.text()]).toEqual([200, expect.stringContaining('109')]);
    // The front end's own field is not the user's text: the limit applies.
    expect((await read({ ...DREAM, documents: [{ title: 'x', text: CRY.dream }] })).status).toBe(429);
  });

  it('gets help lines when every stream is taken', async () => {
    upstream = await new ScriptableUpstream({ mode: 'hang' }).start();
    await start({ MAX_STREAMS: '1', OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key' });
    const left = new AbortController();
    const holding = await fetch(`${server.url}/v1/readings/dream`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(DREAM),
      signal: left.signal,
    });
    expect([holding.status, (await read(DREAM)).status]).toEqual([200, 503]);
    await expectHelp();
    left.abort();
  });

  it('gets help lines while the server drains', async () => {
    await start({});
    server.app.get(Lifecycle).enter('draining');
    expect((await read(DREAM)).status).toBe(503);
    await expectHelp();
  });
});
