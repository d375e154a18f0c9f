import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFacts } from '@app/composer';
import { destinyFacts } from './destiny/destiny-facts.js';
import { dreamFacts } from './dream/dream-facts.js';
import { ichingFacts } from './iching/iching-facts.js';
import { tarotFacts } from './tarot/tarot-facts.js';
import type { Locale } from '@app/text';

const READERS = [dreamFacts, tarotFacts, ichingFacts, destinyFacts, undefined];

describe('readFacts', () => {
  it('accepts malformed facts and never throws', () => {
    const keys = fc.constantFrom(
      'symbols',
      'cards',
      'primary',
      'changing',
      'saju',
      'astrology',
      'elements',
      'sun',
      'x',
    );
    const facts = fc.dictionary(keys, fc.jsonValue());
    fc.assert(
      fc.property(fc.constantFrom(...READERS), facts, fc.constantFrom('ko', 'en'), (reader, given, locale) => {
        const { slots, groups } = readFacts(reader, given, locale);
        expect(Object.values(slots).every((slot) => typeof slot === 'string')).toBe(true);
        expect(Object.values(groups).every((group) => Array.isArray(group))).toBe(true);
      }),
    );
  });

  it('names a dream’s symbols with their articles', () => {
    const symbols = [
      { id: 'dream:snake', title: 'Snake' },
      { id: 'dream:being-chased', title: 'Being chased' },
      7,
      null,
    ];
    expect(readFacts(dreamFacts, { symbols }, 'en').slots['symbols']).toBe('the snake and being chased');
    expect(readFacts(dreamFacts, { symbols: [{ title: '배(선박)' }] }, 'ko').slots['symbols']).toBe('배');
  });

  it('states the orientation of every card', () => {
    const cards = [
      { position: '과거', id: 'tarot:the-fool', name: '바보', reversed: false },
      { position: { ko: '현재', en: 'Present' }, id: 'ace-of-cups', name: { ko: '컵 에이스' }, is_reversed: true },
    ];
    const { slots, groups } = readFacts(tarotFacts, { cards }, 'ko');
    expect(slots).toMatchObject({
      laid: '‘과거’의 바보(정방향), ‘현재’의 컵 에이스(역방향)',
      total: '두 장',
      answerCard: '컵 에이스',
      answerWay: '역방향',
    });
    expect(groups['cards']?.map(({ records }) => records[0]?.id)).toEqual(['tarot:the-fool', 'tarot:ace-of-cups']);
  });

  it('marks cards in past and obstacle positions', () => {
    const at = (position: string, locale: Locale) =>
      readFacts(tarotFacts, { cards: [{ position, name: 'x' }] }, locale).groups['orientations']?.[0]?.slots['hint'];
    for (const position of ['과거', '지나온 일', '가로막는 것', '넘어야 할 것'])
      expect(at(position, 'ko')).not.toBe('');
    for (const position of ['Past', 'The recent past', 'The challenge', 'What has to be faced'])
      expect(at(position, 'en')).not.toBe('');
    for (const position of ['현재', '미래', '1월', 'Future', 'You']) expect(at(position, 'en')).toBe('');
  });

  it('names English cards without a position', () => {
    const cards = [
      { name: 'Strength', reversed: true },
      { name: 'The Sun', reversed: false },
    ];
    expect(tarotFacts({ cards }, 'en', '').slots['laid']).toBe('Strength (reversed), the Sun (upright)');
  });

  it('gives English cards their article and shortens the list of a large spread', () => {
    const names = [
      'Ten of Cups',
      'The Star',
      'Death',
      'Wheel of Fortune',
      'Two of Wands',
      'Justice',
      'The Sun',
      'Ace of Cups',
    ];
    const slots = (count: number) =>
      readFacts(tarotFacts, { cards: names.slice(0, count).map((name) => ({ name })) }, 'en').slots;
    expect(slots(4)['cards']).toBe('the Ten of Cups, the Star, Death and the Wheel of Fortune');
    expect(slots(8)['cards']).toBe('the Ten of Cups, the Star, the Ace of Cups and the other five cards');
  });

  it('uses the English ten-god names of the records', () => {
    const now = { yearPillar: { pillar: '丙午', tenGods: { stem: 'Seven Killings (偏官)' } } };
    const { groups } = readFacts(destinyFacts, { saju: { pillars: { day: '庚辰' }, now } }, 'en');
    expect(groups['yearPillar']?.[0]?.slots['god']).toBe('Pyeongwan (偏官, Seven Killings)');
  });

  it('names hexagrams, changing lines and the resulting hexagram', () => {
    const facts = {
      primary: { number: 11, name: '지천태' },
      changing: [5, 2, 9],
      resulting: { number: 63, name: '수화기제괘' },
    };
    const { slots, groups } = readFacts(ichingFacts, facts, 'ko');
    expect(slots).toMatchObject({
      about: '11번 괘 지천태',
      changing: '이효와 오효',
      resultingName: '수화기제',
    });
    expect(groups['lines']?.map(({ records }) => records[0]?.id)).toEqual(['iching:11.2', 'iching:11.5']);
    expect(readFacts(ichingFacts, { primary: facts.primary, changing: [] }, 'ko').slots['still']).toBe(
      '11번 괘 지천태',
    );
  });

  it('reads pillars, day master, elements, Sun and Moon', () => {
    const facts = {
      saju: {
        pillars: { year: '庚午', month: '신사(辛巳)', day: { hanja: '戊午' }, hour: null },
        elements: { wood: 0, fire: 4, earth: 1, metal: 2, water: 1 },
      },
      astrology: { sun: { sign: 'taurus', house: 3 }, moon: { sign: 'Cancer' }, ascendant: '천칭자리' },
    };
    const korean = readFacts(destinyFacts, facts, 'ko').slots;
    expect(korean).toMatchObject({
      pillars: '연주 경오(庚午)와 월주 신사(辛巳), 그리고 일주 무오(戊午)',
      dayMaster: '무토(戊土)',
      lackingElement: '목(木)',
      strongElement: '화(火)',
      lights: '황소자리 태양과 게자리 달, 그리고 천칭자리 상승점',
    });
    const { slots, groups } = readFacts(destinyFacts, facts, 'en');
    expect(slots['dayMaster']).toBe('Mu 戊 (yang earth)');
    expect(slots['lights']).toBe('the Sun in Taurus, the Moon in Cancer and the Ascendant in Libra');
    expect(groups['sun']?.[0]?.records.map(({ id }) => id)).toEqual([
      'astro:sun-in-taurus',
      'astro:sign-taurus',
      'astro:body-sun',
    ]);
  });

  it('reads the current period from decade, year and transits', () => {
    const facts = {
      theme: 'career',
      saju: {
        pillars: { day: '戊午' },
        strength: 'weak',
        lacking: ['water'],
        now: {
          luckPillar: { pillar: '乙酉', tenGods: { stem: '정관(正官)' } },
          yearPillar: { pillar: '丙午', tenGods: { stem: '편인(偏印)' } },
        },
      },
      astrology: {
        sun: { sign: 'leo' },
        moonPhase: { phase: 'new', name: '신월(삭)' },
        transits: [
          { from: '토성', aspect: 'square', to: '태양' },
          { from: '토성', aspect: 'constructor', to: '달' },
        ],
      },
      subjects: [
        { id: 'saju:tengod-jeonggwan', title: '정관(正官)' },
        { id: 'x', title: '식신(食神)' },
      ],
      leftOut: [{ field: 'birth.time', reason: '시주는 뺐습니다. [1]' }],
    };
    const { slots, groups } = readFacts(destinyFacts, facts, 'ko');
    expect(slots).toMatchObject({
      theme: '일과 진로',
      strength: '신약',
      moonPhase: '신월',
      leftOut: '시주는 뺐습니다.',
    });
    expect(groups['luckPillar']?.[0]).toMatchObject({
      records: [{ id: 'saju:tengod-jeonggwan' }, { id: 'saju:concept-luck-pillar' }],
      slots: { name: '을유(乙酉)', god: '정관(正官)' },
    });
    expect(groups['transits']?.map((subject) => subject.slots)).toEqual([
      { mover: '토성', place: '태양', aspect: '사각' },
    ]);
    expect(groups['tenGods']?.map((subject) => subject.records[0]?.id)).toEqual(['saju:tengod-siksin']);
    expect(groups['lackingElements']?.map((subject) => subject.slots['name'])).toEqual(['수(水)']);
  });

  it('skips impossible pillars', () => {
    expect(readFacts(destinyFacts, { saju: { pillars: { day: '甲丑' } } }, 'ko').slots['pillars']).toBe('');
  });

  it('mentions every named fact when the kind has no reader', () => {
    const facts = { stones: [{ id: 'rune:fehu', name: 'Fehu' }, 'Uruz'], seed: 7 };
    expect(readFacts(undefined, facts, 'en').slots['subjects']).toBe('Fehu and Uruz');
  });
});
