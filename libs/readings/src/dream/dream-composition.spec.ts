import { describe, expect, it } from '@jest/globals';
import type { NumberedPassage, SectionBrief } from '@app/composer';
import { packPassage } from '@app/composer/testing';
import { composeFor } from '../testing/compose-for.js';
import type { Locale } from '@app/text';
import { voiceOf } from '../voices/voice-of.js';

const DREAM = {
  ko: '큰 뱀이 집으로 들어와 나를 쫓아왔다. 무서웠지만 결국 친구가 되었다.',
  en: 'A big snake came into my house and chased me. I was scared, but in the end we became friends.',
};
const TITLES = { ko: ['뱀', '집', '친구', '두려움'], en: ['Snake', 'House', 'Friend', 'Fear'] };

/** The facets that a plan would request: the third context of the snake, and no context of other records. */
const applicable = (passage: NumberedPassage): NumberedPassage => ({
  ...passage,
  facets: Object.fromEntries(
    Object.entries(passage.facets ?? {}).filter(
      ([name]) => !name.startsWith('context-') || (passage.id === 'dream:snake' && name === 'context-3'),
    ),
  ),
});

function passages(locale: Locale): Readonly<Record<string, readonly NumberedPassage[]>> {
  const from = (retriever: string, first: number, ids: readonly string[]) =>
    ids.map((id, index) => applicable(packPassage(first + index, id, locale, { retriever })));
  const domain = from('domain', 1, ['dream:snake', 'dream:house', 'dream:friend', 'dream:dragon']);
  const graph = from('graph', 5, ['emotion:fear', 'theme:transformation']);
  const persona = from('persona', 7, ['persona:counselor.04', 'persona:counselor.01', 'persona:coach.27']);
  const corpus = from('corpus', 10, ['corpus:coping-name-the-fear', 'corpus:dream-psychology-freud-day-residue']);
  return {
    summary: [...domain, ...persona],
    symbols: [...graph, ...domain],
    recommendations: [...corpus, ...persona],
  };
}

function brief(section: string, locale: Locale, more: Partial<SectionBrief> = {}) {
  const [snake, house, friend, fear] = TITLES[locale];
  const symbols = [
    { id: 'dream:snake', title: snake },
    { id: 'dream:house', title: house },
    { id: 'dream:friend', title: friend },
  ];
  return {
    kind: 'dream',
    section,
    locale,
    question: DREAM[locale],
    facts: { symbols, emotions: [{ id: 'emotion:fear', title: fear }], themes: [] },
    passages: passages(locale)[section] ?? [],
    earlier: {},
    ...more,
  };
}

const SECTIONS = [
  ['summary', 400],
  ['symbols', 500],
  ['recommendations', 300],
] as const;
const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+(?:\[\d+\]\s*)*/).filter((sentence) => sentence !== '');

describe.each(['ko', 'en'] as const)('a dream read in %s', (locale) => {
  it.each(SECTIONS)('writes %s with citations', (section, maxTokens) => {
    const { text, reason } = composeFor(brief(section, locale), maxTokens);
    if (section === 'summary') expect(text).toMatch(locale === 'ko' ? /뱀/ : /snake/i);
    if (section === 'symbols') expect(text).toMatch(locale === 'ko' ? /집/ : /house/i);
    const cited = [...text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
    const known = brief(section, locale).passages.map(({ n }) => n);
    expect(cited.length).toBeGreaterThan(0);
    expect(known).toEqual(expect.arrayContaining(cited));
    expect(reason).toBe('stop');
  });

  it('repeats no sentence within a reading', () => {
    const all = SECTIONS.flatMap(([section, max]) => sentencesOf(composeFor(brief(section, locale), max).text));
    expect(all).toEqual([...new Set(all)]);
  });

  it('says the context that applies and no other', () => {
    const { text } = composeFor(brief('summary', locale), 500);
    expect(text).toMatch(locale === 'ko' ? /뱀이 집 안으로 들어오는 꿈은/ : /A snake entering the house/);
    expect(text).not.toMatch(locale === 'ko' ? /물리는 꿈/ : /snake bite/);
  });

  it('does not mention records that are only semantically similar', () => {
    const all = SECTIONS.map(([section, max]) => composeFor(brief(section, locale), max).text).join('\n');
    expect(all).not.toMatch(locale === 'ko' ? /용꿈|용은/ : /dragon/i);
  });

  it('states that nothing was found and uses only the facts', () => {
    const texts = SECTIONS.map(([section, max]) => composeFor(brief(section, locale, { passages: [] }), max).text);
    expect(texts.join('\n')).not.toMatch(/\[\d/);
    expect(texts[0]).toMatch(locale === 'ko' ? /찾지 못했습니다/ : /has been found/);
    expect(new Set(texts).size).toBe(3);
  });

  it('writes the same for the same brief, and differs between dreams', () => {
    const [first, second] = [brief('summary', locale), brief('summary', locale)];
    expect(composeFor(first, 400)).toEqual(composeFor(second, 400));
    const texts = ['하나', '둘', '셋', '넷', '다섯'].map(
      (question) => composeFor({ ...first, question, ownWords: { 'dream:snake': question } }, 400).text,
    );
    expect(new Set(texts).size).toBeGreaterThan(1);
  });

  it('does not present text about anything else as the meaning of the dream', () => {
    const question = locale === 'ko' ? '가나다라 마바사' : 'aaa bbb';
    for (const section of ['summary', 'symbols']) {
      const { text } = composeFor(brief(section, locale, { facts: {}, question }), 400);
      if (section === 'summary') expect(text).toMatch(locale === 'ko' ? /찾지 못했습니다/ : /has been found/);
      expect(text).not.toMatch(/\[[1-4]\]/);
    }
  });

  it('quotes the dreamer about each symbol, and names nothing where nothing was quoted', () => {
    const ownWords = { 'dream:snake': 'A', 'dream:house': 'B' };
    const [summary, symbols] = SECTIONS.map(
      ([section, max]) => composeFor(brief(section, locale, { ownWords }), max).text,
    );
    expect(summary).toContain(locale === 'ko' ? '‘A’ – 뱀' : '“A” – A snake');
    expect(symbols).toContain(locale === 'ko' ? '‘B’ – ' : '“B” – ');
    expect(`${summary}${symbols}`.match(/ – /g)).toHaveLength(2);
  });

  it('adds no question of the default counsellor to a suggestion', () => {
    const voice = voiceOf('counselor', 'dream');
    const ownWords = { moment: 'C' };
    expect(composeFor(brief('recommendations', locale, { voice, ownWords }), 400).text).not.toMatch(/\?$/);
  });

  it('says neither that something is missing nor what a symbol means in the psyche with a care topic', () => {
    const care = { topic: 'bereavement', lead: 'L', rules: [] };
    const bare = composeFor(brief('summary', locale, { care, passages: [] }), 400).text;
    expect(bare).toBe('L');
    const symbols = composeFor(brief('symbols', locale, { care: { ...care, lead: '' } }), 400).text;
    expect(symbols).not.toMatch(locale === 'ko' ? /심리적으로|해몽/ : /psych|folk/i);
  });
});
