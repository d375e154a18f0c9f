import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SectionDone } from '@app/streaming';
import { type ReceivedStream, eventsOf, postForEvents } from './harness/read-events.js';
import type { RunningServer } from './harness/start-server.js';
import { startWithKnowledge } from './harness/start-with-knowledge.js';

const birth = { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' };

interface Case {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly sections: readonly string[];
  /** One of these must stand in every section. */
  readonly facts: Readonly<Record<'ko' | 'en', RegExp>>;
}

const CASES: readonly Case[] = [
  {
    kind: 'dream',
    body: { dream: '큰 뱀이 집에 들어왔어요. A big snake came into the house.', emotions: ['두려움'] },
    sections: ['summary', 'symbols', 'recommendations'],
    facts: { ko: /뱀|집/, en: /snake|house/i },
  },
  {
    kind: 'tarot',
    body: {
      question: 'Should I change my job? 이직해도 될까요?',
      cards: [{ id: 'the-fool' }, { name: '컵 에이스', reversed: true }, { name: 'The Star' }],
    },
    sections: ['overall', 'cards', 'guidance'],
    facts: { ko: /바보|컵 에이스|별/, en: /fool|ace of cups|star/i },
  },
  {
    kind: 'iching',
    body: { question: 'Should I change my job? 이직해도 될까요?', lines: [9, 7, 7, 8, 6, 8] },
    sections: ['overview', 'changing', 'advice'],
    facts: { ko: /지천태|수풍정|태괘/, en: /peaceful exchange|village well/i },
  },
  {
    kind: 'destiny',
    body: { question: 'What suits me? 무엇이 어울리나요?', birth },
    sections: ['character', 'now', 'advice'],
    facts: { ko: /경진|경금|황소자리/, en: /gyeong|taurus/i },
  },
  {
    kind: 'dream-chat',
    body: {
      dream: '큰 뱀이 집에 들어왔어요. A big snake came into the house.',
      messages: [{ role: 'user', content: 'Why was I not afraid of the snake? 왜 뱀이 무섭지 않았을까요?' }],
    },
    sections: ['chat'],
    facts: { ko: /뱀/, en: /snake/i },
  },
  {
    kind: 'tarot-chat',
    body: { cards: [{ name: 'The Fool' }], messages: [{ role: 'user', content: 'And in love? 연애에는요?' }] },
    sections: ['chat'],
    facts: { ko: /바보/, en: /fool/i },
  },
  {
    kind: 'ask',
    body: { question: 'When should I change my job? 언제 이직하면 좋을까요?', birth },
    sections: ['answer'],
    facts: { ko: /경진|경금|황소자리/, en: /gyeong|taurus/i },
  },
];

const EACH = CASES.flatMap((each) => (['ko', 'en'] as const).map((locale) => ({ ...each, locale })));

describe('every kind of reading, with no key and no network', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startWithKnowledge({ CACHE_TTL_SECONDS: '0', RETRIEVER_TIMEOUT_MS: '20000' });
  }, 120_000);
  afterAll(() => server.close());

  const read = (kind: string, body: unknown): Promise<ReceivedStream> =>
    postForEvents(`${server.url}/v1/readings/${kind}`, body);
  const factsOf = async (kind: string, body: unknown) => eventsOf(await read(kind, body), 'reading')[0]?.facts;

  it.each(EACH)('writes $kind in $locale: whole, about its facts, with its sources', async (each) => {
    const stream = await read(each.kind, { ...each.body, locale: each.locale });
    const [started] = eventsOf(stream, 'reading');
    expect(started).toMatchObject({ kind: each.kind, sections: each.sections, llm: { engine: 'offline' } });
    const ends = eventsOf(stream, 'section').filter((end): end is SectionDone => end.status === 'done');
    expect(ends.map(({ section }) => section).toSorted()).toEqual(each.sections.toSorted());
    for (const { section, full_text: text } of ends) {
      expect(text.length).toBeGreaterThan(80);
      expect([section, text]).toEqual([section, expect.stringMatching(each.facts[each.locale])]);
    }
    expect(eventsOf(stream, 'citation').length).toBeGreaterThan(0);
    const [done] = eventsOf(stream, 'done');
    expect(done).toMatchObject({ status: 'ok', grounded: true });
    expect(new Set(done?.followups).size).toBeGreaterThanOrEqual(3);
  });

  it('lists every kind with an input schema a form could be made of', async () => {
    const { kinds } = (await (await fetch(`${server.url}/v1/readings`)).json()) as {
      kinds: readonly { kind: string; input: { type: string; properties: object } }[];
    };
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(CASES.map(({ kind }) => kind).toSorted());
    for (const { input } of kinds) {
      expect(input).toMatchObject({ type: 'object', properties: { locale: { default: 'ko' }, persona: {}, seed: {} } });
    }
  });

  it('lets the card section speak of every card in its place', async () => {
    const stream = await read('tarot', { spread: 'celtic-cross', seed: 7, locale: 'en' });
    const [started] = eventsOf(stream, 'reading');
    const cards = started?.facts['cards'] as readonly { name: string; position: string }[];
    const section = eventsOf(stream, 'section').find((end) => end.section === 'cards' && end.status === 'done');
    const text = (section as SectionDone).full_text.toLowerCase();
    expect(cards).toHaveLength(10);
    for (const { name, position } of cards.slice(0, 3)) {
      expect(text).toContain(name.toLowerCase());
      expect(text).toContain(position.toLowerCase());
    }
  });

  it('leaves the changing lines out when none changes: 7, 7, 7, 8, 8, 8 is hexagram 11', async () => {
    const stream = await read('iching', { lines: [7, 7, 7, 8, 8, 8] });
    expect(eventsOf(stream, 'reading')[0]).toMatchObject({
      sections: ['overview', 'advice'],
      facts: { primary: { number: 11, name: '지천태' }, changing: [], resulting: null },
    });
  });

  it.each([
    ['tarot', { spread: 'celtic-cross' }],
    ['iching', { method: 'yarrow' }],
    ['iching', { method: 'coins' }],
  ])('draws the same for the same seed (%s %j)', async (kind, body) => {
    const draws = await Promise.all([5, 5, 6].map((seed) => factsOf(kind, { ...body, seed })));
    expect(draws[0]).toBeDefined();
    expect(draws[1]).toEqual(draws[0]);
    expect(draws[2]).not.toEqual(draws[0]);
  });

  it.each([
    ['tarot', { cards: [{ name: 'The Unicorn' }] }, 422, 'cards.0.name'],
    ['tarot', { cards: [{ id: 'the-fool' }, { id: 'the-fool' }] }, 422, 'cards.1.id'],
    ['tarot', { spread: 'one', cards: [{ id: 'the-fool' }, { id: 'the-star' }] }, 422, 'cards'],
    ['tarot', { spread: 'pyramid' }, 400, 'spread'],
    ['iching', { lines: [7, 7, 7] }, 400, 'lines'],
    ['iching', { lines: [7, 7, 7, 8, 8, 1] }, 400, 'lines.5'],
    ['destiny', {}, 400, 'birth.date'],
    ['destiny', { birth: { date: '1990-02-30' } }, 422, 'birth.date'],
    ['tarot-chat', { messages: [] }, 400, 'messages'],
    ['ask', { birth, question: '' }, 400, 'question'],
  ])('refuses %s %j with %i at %s', async (kind, body, status, field) => {
    const response = await fetch(`${server.url}/v1/readings/${kind}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const problem = (await response.json()) as { errors: readonly { field: string }[] };
    expect([response.status, problem.errors[0]?.field]).toEqual([status, field]);
  });
});
