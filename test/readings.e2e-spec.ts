import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SectionDone } from '@app/streaming';
import { type ReceivedStream, eventsOf, postForEvents } from './harness/read-events.js';
import type { RunningServer } from './harness/start-server.js';
import { startWithKnowledge } from './harness/start-with-knowledge.js';
import type { Locale } from '@app/text';

const birth = { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' };

interface Case {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly sections: readonly string[];
  /** Every section must contain one of these. */
  readonly facts: Readonly<Record<Locale, RegExp>>;
}

const CASES: readonly Case[] = [
  {
    kind: 'dream',
    body: { dream: '큰 뱀이 집에 들어왔어요. A big snake came into the house.', emotions: ['두려움'] },
    sections: ['summary', 'symbols', 'recommendations'],
    facts: { ko: /뱀|집|snake/i, en: /snake|house/i },
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
    // The current periods are stated in relation to the day master, without its name.
    facts: { ko: /경진|경금|황소자리|일간/, en: /gyeong|taurus|day master/i },
  },
  {
    kind: 'compatibility',
    body: { first: birth, second: { date: '1988-11-02', time: '21:40', city: 'Busan', gender: 'male' } },
    sections: ['harmony', 'friction', 'advice'],
    facts: { ko: /경금|辰|충\(沖\)/, en: /gyeong 庚|clash \(沖\)/i },
  },
  {
    kind: 'daily',
    body: { birth, day: '2026-12-01' },
    sections: ['flow', 'sky', 'tip'],
    facts: { ko: /기유\(己酉\)|처녀자리/, en: /giyu \(己酉\)|virgo/i },
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
    facts: { ko: /경진|경금|황소자리|일간/, en: /gyeong|taurus|day master/i },
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
    postForEvents(`${server.url}/v1/readings/${kind}?full_text=1`, body);
  const factsOf = async (kind: string, body: unknown) => eventsOf(await read(kind, body), 'reading')[0]?.facts;

  it.each(EACH)('writes a complete $kind in $locale about its facts, with citations', async (each) => {
    const stream = await read(each.kind, { ...each.body, locale: each.locale });
    const [started] = eventsOf(stream, 'reading');
    expect(started).toMatchObject({ kind: each.kind, sections: each.sections, llm: { engine: 'offline' } });
    const ends = eventsOf(stream, 'section').filter((end): end is SectionDone => end.status === 'done');
    expect(ends.map(({ section }) => section).toSorted()).toEqual(each.sections.toSorted());
    for (const { section, full_text: text } of ends) {
      // One practical line is short.
      expect(text.length).toBeGreaterThan(section === 'tip' ? 40 : 80);
      expect([section, text]).toEqual([section, expect.stringMatching(each.facts[each.locale])]);
    }
    expect(eventsOf(stream, 'citation').length).toBeGreaterThan(0);
    const [done] = eventsOf(stream, 'done');
    expect(done).toMatchObject({ status: 'ok', grounded: true });
    expect(new Set(done?.followups).size).toBeGreaterThanOrEqual(3);
  });

  const written = (stream: ReceivedStream) =>
    eventsOf(stream, 'section').filter((end): end is SectionDone => end.status === 'done');
  const sentences = (text: string) =>
    text
      .replaceAll(/\s*\[\d+\]/gu, '')
      .split(/(?<=[.?!])\s+/u)
      .filter((sentence) => sentence.length > 12);

  it.each([
    ...EACH.map(({ kind, body, locale }) => ({ kind, body: { ...body, locale }, locale })),
    ...['love', 'career', 'wealth', 'health', 'family', 'life_path'].flatMap((theme) =>
      (['ko', 'en'] as const).map((locale) => ({ kind: 'destiny', body: { birth, theme, locale }, locale })),
    ),
    { kind: 'destiny', body: { astro: { sun: 'aries', moon: 'cancer' }, locale: 'ko' }, locale: 'ko' },
    { kind: 'destiny', body: { saju: { day: '庚辰' }, locale: 'en' }, locale: 'en' },
    { kind: 'tarot', body: { spread: 'year', seed: 11, locale: 'ko' }, locale: 'ko' },
  ])('says nothing twice and leaves no particle open ($kind $body.theme $locale)', async ({ kind, body }) => {
    const ends = written(await read(kind, body));
    const all = ends.flatMap(({ full_text: text }) => sentences(text));
    expect(all.filter((sentence, at) => all.indexOf(sentence) !== at)).toEqual([]);
    for (const { full_text: text } of ends) expect(text).not.toMatch(/[을이은와](?:\([를가는과]\))|[{}]|undefined/u);
  });

  it('mentions no fear in a dream without fear', async () => {
    const dream = '무섭지 않았어요. 큰 호랑이가 방에 들어왔는데 전혀 두렵지 않고 편안했어요.';
    const stream = await read('dream', { dream });
    const texts = written(stream).map(({ full_text: text }) => text);
    expect(texts.join('\n')).not.toMatch(/무서운 장면|무서우셨/u);
    expect(eventsOf(stream, 'done')[0]?.followups?.join()).toContain('호랑이');
  });

  it('recognizes a falling tooth by its common name', async () => {
    const [started] = eventsOf(await read('dream', { dream: '이가 우수수 빠져서 너무 놀랐어요.' }), 'reading');
    expect(started?.facts['symbols']).toContainEqual(
      expect.objectContaining({ id: 'dream:teeth', title: '이빨', polarity: 'affirmed' }),
    );
  });

  it('gives advice only in the advice section and cites a source in each section', async () => {
    const stream = await read('destiny', { birth, theme: 'career' });
    const [character, now, advice] = ['character', 'now', 'advice'].map(
      (id) => written(stream).find(({ section }) => section === id)?.full_text ?? '',
    );
    expect(now).not.toMatch(/생활에서 채울|이런 말이 어울립니다|바랍니다/u);
    expect(advice).toMatch(/생활에서 채울/u);
    for (const text of [character, now, advice]) expect(text).toMatch(/\[\d+\]/u);
  });

  it('lists every kind with an input schema usable for a form', async () => {
    const { kinds } = (await (await fetch(`${server.url}/v1/readings`)).json()) as {
      kinds: readonly { kind: string; input: { type: string; properties: object } }[];
    };
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(CASES.map(({ kind }) => kind).toSorted());
    for (const { input } of kinds) {
      expect(input).toMatchObject({ type: 'object', properties: { locale: { default: 'ko' }, persona: {}, seed: {} } });
    }
  });

  it('covers every card and its position in the card section', async () => {
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

  it('omits the changing lines when none changes: 7, 7, 7, 8, 8, 8 is hexagram 11', async () => {
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
    ['tarot', { cards: [{ name: 'The Fool', orientaton: 'reversed' }] }, 422, 'cards.0.orientaton'],
    ['tarot', { spread: 'pyramid' }, 400, 'spread'],
    ['destiny', { birth: { date: '1990-05-15', tiem: '07:05' } }, 422, 'birth.tiem'],
    ['iching', { lines: [7, 7, 7] }, 400, 'lines'],
    ['iching', { lines: [7, 7, 7, 8, 8, 1] }, 400, 'lines.5'],
    ['destiny', {}, 400, 'birth.date'],
    ['destiny', { birth: { date: '1990-02-30' } }, 422, 'birth.date'],
    ['destiny', { birth: { date: '1899-12-31' } }, 422, 'birth.date'],
    ['destiny', { birth: { date: '2101-01-01' } }, 422, 'birth.date'],
    ['destiny', { birth: { date: '1987-06-31', calendar: 'lunar' } }, 422, 'birth.date'],
    ['destiny', { birth: { date: '1987-05-10', calendar: 'lunar', leapMonth: true } }, 422, 'birth.leapMonth'],
    ['destiny', { birth: { date: '1990-05-15', time: '25:99' } }, 422, 'birth.time'],
    ['destiny', { birth: { date: '1990-05-15', timezone: 'Mars/Base' } }, 422, 'birth.timezone'],
    ['ask', { birthDate: '1990-05-15', birthTime: '7 in the morning', question: '?' }, 422, 'birthTime'],
    ['tarot-chat', { messages: [] }, 400, 'messages'],
    ['ask', { birth, question: '' }, 400, 'question'],
  ])('refuses %s %j with %i at %s', async (kind, body, status, field) => {
    const response = await fetch(`${server.url}/v1/readings/${kind}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(body),
    });
    const problem = (await response.json()) as { errors: readonly { field: string }[] };
    expect([response.status, problem.errors[0]?.field]).toEqual([status, field]);
  });
});
