import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { eventsOf, postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { ReadyKnowledge } from './harness/ready-knowledge.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';
import { HIDDEN } from './upstream-dialects/scripted-answer.js';
import { ScriptedUpstream } from './upstream-dialects/scripted-upstream.js';
import { SCRIPTS } from './upstream-dialects/scripts.js';

describe('a reading over servers of other dialects', () => {
  const upstream = new ScriptedUpstream();
  let baseUrl: string;
  let server: RunningServer;

  beforeAll(async () => {
    baseUrl = await upstream.start();
  });
  afterAll(() => upstream.stop());
  // One server per script: failures of one must not open the breaker for the next.
  beforeEach(async () => {
    const variables = { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: 'key', OPENAI_MODEL: 'm' };
    server = await startServer(variables, [
      { token: RETRIEVERS, value: snakeRetrievers() },
      new ReadyKnowledge().override,
    ]);
  });
  afterEach(() => server.close());

  it.each(SCRIPTS.map((script, index) => [script.name, script, index] as const))('%s', async (_, script, index) => {
    const ask = () =>
      postForEvents(`${server.url}/v1/readings/dream`, { dream: `It rained on garden ${index}.`, locale: 'en' });
    upstream.play(script);
    const stream = await ask();
    const { expected } = script;
    expect(stream.bytes).not.toContain(HIDDEN);
    for (const section of ['summary', 'symbols', 'recommendations']) {
      const shown = eventsOf(stream, 'delta')
        .filter((delta) => delta.section === section)
        .map((delta) => delta.content)
        .join('');
      const end = eventsOf(stream, 'section').find((event) => event.section === section && event.status !== 'start');
      expect({ section, status: end?.status, shown: shown.trim() }).toEqual({
        section,
        status: expected.status,
        shown: expected.text,
      });
      if (expected.status === 'failed') expect(expected.codes).toContain(end?.status === 'failed' && end.code);
    }
    const [done] = eventsOf(stream, 'done');
    expect(done?.status).toBe(expected.status === 'done' ? 'ok' : 'failed');

    // Only a complete reading is cached.
    const asked = upstream.requests;
    await ask();
    expect(upstream.requests > asked).toBe(expected.status === 'failed');
    await waitUntil(() => upstream.open === 0);
  });
});
