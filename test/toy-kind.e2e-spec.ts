import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { READING_DEFINITIONS } from '@app/readings';
import { ScriptableUpstream } from './harness/index.js';
import { eventsOf, postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { coinReading } from './toy-kind/coin.reading.js';

const overrides = [
  { token: RETRIEVERS, value: snakeRetrievers() },
  { token: READING_DEFINITIONS, value: [coinReading] },
];

describe('a kind added as in docs/readings.md', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ CACHE_TTL_SECONDS: '0' }, overrides);
  });
  afterAll(() => server.close());

  const body = { question: '오늘 말을 꺼내 볼까요?', seed: 3 };

  it('matches the example of docs/readings.md verbatim', () => {
    const document = readFileSync('docs/readings.md', 'utf8');
    for (const file of readdirSync('test/toy-kind'))
      expect(document).toContain(readFileSync(`test/toy-kind/${file}`, 'utf8'));
  });

  it.each(['ko', 'en'])('streams both its sections without further code (%s)', async (locale) => {
    const stream = await postForEvents(`${server.url}/v1/readings/coin`, { ...body, locale });
    expect(eventsOf(stream, 'reading')).toMatchObject([
      { kind: 'coin', sections: ['answer', 'second-thoughts'], facts: { side: { name: expect.any(String) } } },
    ]);
    const order = eventsOf(stream, 'section').map(({ section, status }) => `${section} ${status}`);
    expect(order).toEqual(['answer start', 'answer done', 'second-thoughts start', 'second-thoughts done']);
    for (const section of ['answer', 'second-thoughts']) {
      const text = eventsOf(stream, 'delta').filter((delta) => delta.section === section);
      expect(text.length).toBeGreaterThan(0);
    }
    expect(eventsOf(stream, 'done')).toMatchObject([
      { status: 'ok', followups: [{}, {}, {}].map(() => expect.any(String)) },
    ]);
  });

  it('gives the same result for the same seed', async () => {
    const sides = await Promise.all(
      [3, 3].map(
        async (seed) =>
          eventsOf(await postForEvents(`${server.url}/v1/readings/coin`, { ...body, seed }), 'reading')[0]?.facts,
      ),
    );
    expect(sides[0]).toEqual(sides[1]);
  });

  it('is listed with its sections and its input', async () => {
    const { kinds } = (await (await fetch(`${server.url}/v1/readings`)).json()) as { kinds: readonly object[] };
    expect(kinds).toMatchObject([
      {
        kind: 'coin',
        sections: [{ id: 'answer' }, { id: 'second-thoughts', after: ['answer'] }],
        input: { required: ['question'] },
      },
    ]);
  });

  it('passes the first section’s text to the second when a model writes', async () => {
    const upstream = await new ScriptableUpstream({ mode: 'ok?text=It says yes.' }).start();
    const model = await startServer({ OPENAI_BASE_URL: upstream.url, CACHE_TTL_SECONDS: '0' }, overrides);
    try {
      await postForEvents(`${model.url}/v1/readings/coin`, body);
      const [first, second] = upstream.stats.bodies as readonly { messages: readonly { content: string }[] }[];
      expect(first?.messages[1]?.content).not.toContain('It says yes.');
      expect(second?.messages[1]?.content).toContain('- Already written (answer): It says yes.');
    } finally {
      await model.close();
      await upstream.stop();
    }
  });
});
