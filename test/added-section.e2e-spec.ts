import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { READING_DEFINITIONS, defineSection, dreamReading } from '@app/readings';
import { eventsOf, postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';

const omens = defineSection({
  id: 'omens',
  title: { ko: '꿈의 조짐', en: 'Omens of the dream' },
  retrievers: ['domain'],
  maxTokens: 200,
  task: 'What the dream may announce.',
});
/** The dream reading with one more section. */
const withOmens = { ...dreamReading, sections: [...dreamReading.sections, omens] };

describe('a section added to a kind', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({}, [
      { token: RETRIEVERS, value: snakeRetrievers() },
      { token: READING_DEFINITIONS, value: [withOmens] },
    ]);
  });
  afterAll(() => server.close());

  const text = async (path: string) => (await fetch(`${server.url}${path}`)).text();

  it.each([
    ['ko', omens.title.ko],
    ['en', omens.title.en],
  ])('is composed and introduced by its title (%s)', async (locale, title) => {
    const stream = await postForEvents(`${server.url}/v1/readings/dream`, { dream: 'A snake came in.', locale });
    expect(eventsOf(stream, 'reading')).toMatchObject([
      { sections: ['summary', 'symbols', 'recommendations', 'omens'] },
    ]);
    const words = eventsOf(stream, 'delta').filter(({ section }) => section === 'omens');
    expect(words.map(({ content }) => content).join('')).toContain(title);
  });

  it('is listed for the page with its titles', async () => {
    const { kinds } = JSON.parse(await text('/v1/readings')) as { kinds: readonly { sections: readonly object[] }[] };
    expect(kinds[0]?.sections.at(-1)).toMatchObject({ id: 'omens', title: omens.title });
  });

  it('is described by OpenAPI', async () => {
    expect(await text('/docs-json')).toContain('`omens` (Omens of the dream)');
  });

  it('has its own metric label and title', async () => {
    await postForEvents(`${server.url}/v1/readings/dream`, { dream: 'A house by the sea.', locale: 'en' });
    const metrics = await text('/metrics');
    expect(metrics).toMatch(/^reading_section_duration_seconds_count\{section="omens",outcome="done"\} [1-9]/m);
    expect(metrics).toContain('reading_section_info{kind="dream",section="omens",title="Omens of the dream"} 1');
  });

  it('is not sent on legacy routes, even when the reading with it is cached', async () => {
    const body = { dream: 'A snake sleeps on the stairs.', locale: 'en' };
    await postForEvents(`${server.url}/v1/readings/dream`, body);
    const stream = await postForEvents(`${server.url}/api/dream/interpret-stream`, body);
    expect(eventsOf(stream, 'reading')).toMatchObject([{ sections: ['summary', 'symbols', 'recommendations'] }]);
    expect(eventsOf(stream, 'delta').some(({ section }) => section === 'omens')).toBe(false);
  });
});
