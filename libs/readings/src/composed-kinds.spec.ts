import { describe, expect, it } from '@jest/globals';
import type { NumberedPassage, SectionBrief } from '@app/composer';
import { packPassage } from '@app/composer/testing';
import { composeFor } from './testing/compose-for.js';
import type { Locale } from '@app/text';

type Facets = readonly string[];
const LOCALES = ['ko', 'en'] as const;

const QUESTION = { ko: '지금 직장을 옮겨도 괜찮을까요?', en: 'Should I change my job now?' };
const source = (n: number, id: string, locale: Locale, retriever = 'domain', facets: Facets = []): NumberedPassage =>
  packPassage(n, id, locale, { retriever, facets });
const text = (
  kind: string,
  section: string,
  locale: Locale,
  facts: SectionBrief['facts'],
  passages: readonly NumberedPassage[],
  maxTokens = 500,
) => composeFor({ kind, section, locale, question: QUESTION[locale], facts, passages, earlier: {} }, maxTokens).text;
const PERSONAS = ['persona:coach.23', 'persona:coach.01', 'persona:sage.01'];
const personas = (locale: Locale) => PERSONAS.map((id, index) => source(20 + index, id, locale, 'persona'));

describe.each(LOCALES)('tarot in %s', (locale) => {
  const cards = [
    { position: locale === 'ko' ? '과거' : 'Past', slug: 'the-fool', reversed: false },
    { position: locale === 'ko' ? '현재' : 'Present', slug: 'two-of-cups', reversed: true },
    { position: locale === 'ko' ? '미래' : 'Future', slug: 'the-tower', reversed: false },
  ];
  const domain = cards.map(({ slug, reversed }, index) =>
    source(index + 1, `tarot:${slug}`, locale, 'domain', reversed ? ['reversed'] : ['upright']),
  );
  const names = domain.map(({ title }) => title.replace(/^The /, ''));
  const facts = {
    cards: cards.map(({ position, slug, reversed }, index) => ({
      position,
      id: `tarot:${slug}`,
      name: domain[index]?.title,
      reversed,
    })),
  };

  it.each(['overall', 'cards', 'guidance'])('names every card in %s and cites', (section) => {
    const corpus = [source(10, 'corpus:tarot-asking-well', locale, 'corpus')];
    const passages = section === 'guidance' ? [...corpus, ...personas(locale)] : domain;
    const written = text('tarot', section, locale, facts, passages);
    if (section !== 'guidance') for (const name of names) expect(written).toContain(name);
    expect(written).toMatch(/\[\d+\]/);
  });

  it('states position, orientation and meaning of each card', () => {
    const paragraphs = text('tarot', 'cards', locale, facts, domain, 900).split('\n\n');
    expect(paragraphs).toHaveLength(3);
    expect(paragraphs[1]).toContain(locale === 'ko' ? '현재' : 'Present');
    expect(paragraphs[1]).toContain(locale === 'ko' ? '역방향' : 'reversed');
    expect(paragraphs[1]).toContain(locale === 'ko' ? '한쪽 잔만 기울고' : 'only one cup is being poured');
  });

  it('does not quote the upright meaning for a reversed answering card', () => {
    const turned = facts.cards.map((card, index) => ({ ...card, reversed: index === 2 }));
    const passages = [source(3, 'tarot:the-tower', locale, 'domain', ['reversed'])];
    const [overall, single] = ['overall', 'cards'].map((section) =>
      text('tarot', section, locale, { cards: turned }, passages, 900),
    );
    const picture = locale === 'ko' ? /번개|탑 꼭대기/ : /lightning/i;
    expect(overall).toMatch(/\[3\]/);
    expect(single).toMatch(/\[3\]/);
    expect(`${overall} ${single}`).not.toMatch(picture);
  });

  it('keeps every position of a large spread when there is little room', () => {
    const thirteen = Array.from({ length: 13 }, (_, index) => ({
      ...facts.cards[index % 3],
      position: `${index + 1}`,
    }));
    const written = text('tarot', 'cards', locale, { cards: thirteen }, domain, 330);
    for (const { position } of thirteen) expect(written).toMatch(new RegExp(`[‘“]${position}[’”]`));
  });

  it('still names the cards when nothing was found', () => {
    const written = text('tarot', 'cards', locale, facts, []);
    for (const name of names) expect(written).toContain(name);
    expect(written).not.toMatch(/\[\d/);
    expect(written).toMatch(locale === 'ko' ? /찾지 못했습니다/ : /has been found/);
  });
});

describe.each(LOCALES)('the I Ching in %s', (locale) => {
  const domain = [
    source(1, 'iching:11', locale, 'domain', ['judgement', 'image', 'line-2', 'line-5']),
    source(2, 'iching:63', locale, 'domain', ['judgement']),
  ];
  const [primary = '', resulting = ''] = domain.map(({ title }) => title);
  const facts = {
    lines: [7, 9, 7, 8, 6, 8],
    primary: { number: 11, name: primary, lower: 'heaven', upper: 'earth' },
    changing: [2, 5],
    resulting: { number: 63, name: resulting },
    nuclear: { number: 54, name: 'X' },
  };
  const advice = [source(5, 'corpus:iching-how-to-ask', locale, 'corpus'), ...personas(locale)];

  it.each(['overview', 'changing', 'advice'])('names the hexagram in %s and cites', (section) => {
    const written = text('iching', section, locale, facts, section === 'advice' ? advice : domain);
    if (section !== 'advice') expect(written).toContain(primary);
    expect(written).toMatch(/\[\d+\]/);
  });

  it('gives each changing line its own sentence, the upper one first, and names what they lead to', () => {
    const written = text('iching', 'changing', locale, facts, domain);
    const [second, fifth] =
      locale === 'ko' ? ['강을 건널 용기를', '귀한 공주가'] : ['dare to wade the river', 'A royal daughter'];
    expect(written.indexOf(fifth)).toBeGreaterThan(0);
    expect(written.indexOf(second)).toBeGreaterThan(written.indexOf(fifth));
    expect(written).toContain(locale === 'ko' ? '이효' : 'second line');
    expect(written).toContain(locale === 'ko' ? '오효' : 'fifth line');
    expect(written).toContain(resulting);
  });

  it('quotes no sentence as a line text when the record contains none', () => {
    const [bare] = [source(1, 'iching:11', locale)];
    const written = text('iching', 'changing', locale, facts, bare ? [bare] : []);
    expect(written).not.toMatch(locale === 'ko' ? /이효(?:는 이렇게|의 말|에서는)/ : /second line (?:puts|says|has)/);
  });

  it('reads six changing lines by 用九 or 用六, or by the judgement of the resulting hexagram', () => {
    const six = { ...facts, changing: [1, 2, 3, 4, 5, 6] };
    const heaven = { ...six, primary: { number: 1, name: 'Heaven' }, resulting: { number: 2, name: 'Earth' } };
    const earth = { ...six, primary: { number: 2, name: 'Earth' }, resulting: { number: 1, name: 'Heaven' } };
    expect(text('iching', 'overview', locale, heaven, [])).toMatch(locale === 'ko' ? /用九/ : /dragons/);
    expect(text('iching', 'overview', locale, earth, [])).toMatch(locale === 'ko' ? /用六/ : /stay true/);
    expect(text('iching', 'overview', locale, six, domain)).toContain(resulting);
    expect(text('iching', 'changing', locale, six, domain)).toContain(resulting);
  });

  it('uses the resulting hexagram when four or five lines change', () => {
    const written = text('iching', 'changing', locale, { ...facts, changing: [1, 2, 4, 5] }, domain);
    expect(written).not.toMatch(locale === 'ko' ? /이효:/ : /second line:/);
    expect(written).toContain('[2]');
  });

  it('says that no line changes when none does', () => {
    const written = text('iching', 'overview', locale, { ...facts, changing: [], resulting: null }, domain);
    expect(written).toContain(locale === 'ko' ? '변하는 효가 없으니' : 'No line is changing');
  });
});

describe.each(LOCALES)('a birth chart in %s', (locale) => {
  const ids = ['saju:stem-mu', 'saju:pillar-muo', 'saju:element-wood', 'astro:sun-in-taurus', 'astro:sign-libra'];
  const domain = ids.map((id, index) => source(index + 1, id, locale));
  const facts = {
    saju: {
      pillars: { year: '庚午', month: '辛巳', day: '戊午', hour: null },
      dayMaster: '戊',
      elements: { wood: 0, fire: 3, earth: 1, metal: 2, water: 0 },
    },
    astrology: { sun: { sign: 'taurus' }, moon: { sign: 'cancer' }, ascendant: { sign: 'libra' } },
  };

  it.each(['character', 'now', 'advice'])(
    'cites in %s, and names pillars and signs in the first section',
    (section) => {
      const corpus = [source(10, 'corpus:saju-what-saju-is', locale, 'corpus')];
      const written = text('destiny', section, locale, facts, [...domain, ...corpus, ...personas(locale)]);
      expect(written).toMatch(/\[\d+\]/);
      if (section !== 'character') return;
      for (const name of ['庚午', '辛巳', '戊午']) expect(written).toContain(name);
      for (const sign of locale === 'ko' ? ['황소자리', '게자리', '천칭자리'] : ['Taurus', 'Cancer', 'Libra'])
        expect(written).toContain(sign);
    },
  );

  it('reads one chart alone when the other is missing', () => {
    const sky = text('destiny', 'character', locale, { astrology: facts.astrology }, domain);
    expect(sky).toMatch(/황소자리|Taurus/);
    expect(sky).not.toMatch(/사주의 기둥|pillars/);
    const saju = text('destiny', 'character', locale, { saju: facts.saju }, domain);
    expect(saju).toContain('戊午');
    expect(saju).not.toMatch(/서양 별자리|western chart/);
  });
});

describe.each(LOCALES)('any other section in %s', (locale) => {
  it('answers a follow-up question from what fits it', () => {
    const question = locale === 'ko' ? '집은 무슨 뜻인가요?' : 'What does the house mean?';
    const passages = ['dream:rose', 'dream:house'].map((id, index) => source(index + 1, id, locale));
    const brief = { kind: 'dream-chat', section: 'chat', locale, question, facts: {}, passages, earlier: {} };
    const { text: written } = composeFor(brief, 400);
    expect(written).toContain('[2]');
    expect(written).not.toContain('[1]');
  });

  it('continues the conversation about the drawn cards', () => {
    const card = source(1, 'tarot:the-fool', locale, 'domain', ['reversed']);
    const facts = { cards: [{ id: 'tarot:the-fool', name: card.title, reversed: true }] };
    const written = text('tarot-chat', 'chat', locale, facts, [card]);
    expect(written).toContain(locale === 'ko' ? '들뜬 마음에' : 'It is time to check');
    expect(written).toContain(locale === 'ko' ? '역방향' : 'reversed');
  });

  it('announces no quotations when there are none, and still names its subject', () => {
    const facts = { saju: { pillars: { day: '戊午' } } };
    const written = text('ask', 'answer', locale, facts, []);
    expect(written).toContain('戊');
    expect(written).not.toMatch(/말씀드리겠습니다|이렇습니다|this may help|looks like this/);
  });

  it('writes a kind and a section that have no plan', () => {
    const passages = [{ ...source(3, 'theme:change', locale), id: 'rune:dagaz' }];
    const facts = { runes: [{ id: 'rune:dagaz', name: 'Dagaz' }] };
    const written = text('runes', 'first', locale, facts, passages);
    expect(written).toContain('Dagaz');
    expect(written).toMatch(/\[3\]/);
    expect(text('runes', 'first', locale, {}, [])).not.toBe('');
  });

  it('does not repeat what an earlier section has said', () => {
    const passages = [source(1, 'theme:change', locale)];
    const first = text('runes', 'first', locale, {}, passages);
    const brief = { kind: 'runes', section: 'second', locale, question: '', facts: {}, passages, earlier: { first } };
    const quoted = /[^.?!\n]+[.?!] \[1\]/.exec(first)?.[0] ?? '';
    expect(quoted).not.toBe('');
    expect(composeFor(brief, 400).text).not.toContain(quoted);
  });
});

describe('the limits of what a reading can know', () => {
  it.each([
    ['ask', 'answer'],
    ['destiny', 'character'],
    ['tarot', 'overall'],
    ['iching', 'overview'],
  ])('are stated in %s, %s, and only when asked after', (kind, section) => {
    const brief = { kind, section, locale: 'ko', facts: {}, passages: [], earlier: {} } as const;
    const limit = '의료진과 함께하시기 바랍니다';
    expect(composeFor({ ...brief, question: '제 병이 나을까요?' }, 400).text).toContain(limit);
    expect(composeFor({ ...brief, question: '언제 이직하면 좋을까요?' }, 400).text).not.toContain(limit);
  });
});
