import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { EntityLinker } from '@app/rag';
import fc from 'fast-check';
import { z } from 'zod';
import { countTokens } from '../prompt/count-tokens.js';
import type { ReadingPlan } from '../reading-definition.js';
import { ReadingInputError } from '@app/divination';
import { destinyInput } from './destiny.input.js';
import { planDestiny } from './plan-destiny.js';
import { THEMES } from './theme.js';
import { noScenes } from '../testing/no-scenes.js';

const linker: EntityLinker = {
  named: () => undefined,
  link: (text) =>
    text.includes('대운')
      ? [
          { id: 'saju:concept-luck-pillar', titles: { ko: '대운', en: 'luck pillar' }, mention: '대운', spans: [] },
          { id: 'theme:luck', titles: { ko: '운', en: 'luck' }, mention: '대운', spans: [] },
        ]
      : [],
};
const NOW = new Date('2026-11-22T03:00:00Z');

const plan = (body: Record<string, unknown>, now = NOW): ReadingPlan =>
  planDestiny(() => now)(destinyInput.parse(body), { linker, scenes: noScenes });
const BIRTH = { date: '1990-05-15', time: '07:05', gender: 'male', city: '서울' };

const PACK = new Set(
  ['saju', 'astrology'].flatMap((name) =>
    readFileSync(new URL(`../../../../knowledge/domain/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => z.looseObject({ id: z.string() }).parse(JSON.parse(line)).id),
  ),
);

describe('planDestiny', () => {
  it('returns the facts of both charts in the names of the protocol', () => {
    const { facts } = plan({ birth: BIRTH });
    expect(facts).toMatchObject({
      theme: 'chat',
      date: '2026-11-22',
      birth: { date: '1990-05-15', time: '07:05', city: '서울', timezone: 'Asia/Seoul' },
      saju: {
        pillars: { year: '庚午', month: '辛巳', day: '庚辰', hour: '己卯' },
        pillarNames: { day: '경진(庚辰)' },
        dayMaster: '庚',
        dayMasterName: '경금(庚金)',
        elements: { wood: 1, fire: 2, earth: 2, metal: 3, water: 0 },
        lacking: ['water'],
        tenGods: {
          year: { stem: '비견(比肩)', stemId: 'bigyeon', branch: '정관(正官)' },
          day: { branch: '편인(偏印)' },
        },
        hiddenStems: { year: '丙己丁', hour: '甲乙' },
        dayBoundary: 'jasi',
        trueSolarTime: '06:36',
        luck: {
          direction: 'forward',
          startAge: 7,
          current: { pillar: '甲申', age: 27, from: '2017-09', until: '2027-09' },
        },
        now: {
          luckPillar: { name: '갑신(甲申)', tenGods: { stem: '편재(偏財)' } },
          yearPillar: { pillar: '丙午' },
          monthPillar: { pillar: '己亥' },
        },
      },
      astrology: {
        sun: { sign: 'taurus', signName: '황소자리', degree: 23.83, house: 12 },
        ascendant: { sign: 'gemini' },
        moonPhase: { phase: 'waning-gibbous' },
        houses: { system: 'placidus' },
      },
      leftOut: [],
      assumed: [],
    });
  });

  it('requests the records of the chart, those named by the question first', () => {
    const { entities, tags, searchText, question } = plan({
      birth: BIRTH,
      question: '지금 대운은 어떤가요?',
      theme: 'love',
    });
    expect(entities.map(({ id }) => id)).toEqual([
      'saju:concept-luck-pillar',
      'saju:pillar-gyeongjin',
      'saju:stem-gyeong',
      'astro:sun-in-taurus',
      'astro:moon-in-capricorn',
      'astro:sign-gemini',
      'saju:tengod-pyeonjae',
      'saju:tengod-pyeongwan',
      'astro:aspect-square',
      'astro:venus-in-aries',
      'saju:tengod-jeongjae',
      'saju:element-water',
    ]);
    expect(tags).toEqual(
      expect.arrayContaining([
        'kind:destiny',
        'daymaster:gyeong',
        'strength:strong',
        'lacking:water',
        'tengod:jeongjae',
        'element:metal',
        'sign:taurus',
        'moon:capricorn',
        'ascendant:gemini',
        'theme:love',
        'theme:luck',
      ]),
    );
    expect(new Set(tags).size).toBe(tags.length);
    expect(question).toBe('지금 대운은 어떤가요?');
    expect(searchText).toContain('경금(庚金)');
  });

  it('notes omissions and assumptions in the reading’s language', () => {
    const { facts } = plan({ birthDate: '1990.05.15' });
    expect(facts).toMatchObject({
      saju: { pillars: { hour: null }, luck: null, now: { luckPillar: null } },
      astrology: { ascendant: null, houses: null },
      leftOut: [
        { field: 'birth.city', reason: expect.stringContaining('상승점') },
        { field: 'birth.time', reason: expect.stringContaining('시주') },
        { field: 'birth.gender', reason: expect.stringContaining('대운') },
      ],
      assumed: [
        { field: 'birth.city', reason: expect.stringContaining('서울') },
        { field: 'birth.time', reason: expect.stringContaining('정오') },
        { field: 'birth.time', reason: expect.stringContaining('庚辰, 辛巳') },
      ],
    });
    expect(JSON.stringify(plan({ birthDate: '1990.05.15', locale: 'en' }).facts['leftOut'])).not.toMatch(/[가-힣]/u);
  });

  it('warns when a solar term begins on a day with unknown time', () => {
    const { facts } = plan({ birth: { date: '2024-02-04', gender: 'female', city: 'Seoul' } });
    expect(JSON.stringify(facts['assumed'])).toContain('절기가 바뀌어');
  });

  it('names the day boundary used in the hour where schools differ', () => {
    const late = { date: '2010-12-27', time: '23:39', city: '서울' };
    expect(plan({ birth: late }).facts).toMatchObject({
      saju: { pillars: { day: '壬子' }, dayBoundary: 'jasi' },
      assumed: [{ field: 'birth.dayBoundary', reason: expect.stringContaining('정자시') }],
    });
    expect(plan({ birth: { ...late, dayBoundary: 'splitJasi' } }).facts).toMatchObject({
      saju: { pillars: { day: '辛亥' } },
      assumed: [{ reason: expect.stringContaining('야자시') }],
    });
  });

  it('uses the given clock', () => {
    const at = (now: string) => plan({ birth: BIRTH }, new Date(now)).facts['saju'];
    expect(at('1996-01-01T00:00Z')).toMatchObject({ luck: { current: null }, now: { yearPillar: { pillar: '乙亥' } } });
    expect(at('2024-02-04T08:20Z')).toMatchObject({ now: { yearPillar: { pillar: '癸卯' } } });
    expect(at('2024-02-04T08:35Z')).toMatchObject({ now: { yearPillar: { pillar: '甲辰' } } });
  });

  describe('with charts of the client', () => {
    const saju = { pillars: { year: '甲子', month: '丙寅', day: '戊午', hour: '壬子' } };
    const astro = { planets: [{ name: 'Sun', sign: 'Leo', degree: 1 }], ascendant: { sign: 'Virgo' } };

    it('uses them unchanged', () => {
      const { facts, tags } = plan({ saju, astro, locale: 'en' });
      expect(facts).toMatchObject({
        saju: { pillars: saju.pillars, dayMaster: '戊', luck: null },
        astrology: { sun: { sign: 'leo', degree: 1 }, moon: null, ascendant: { sign: 'virgo' } },
      });
      expect(facts).not.toHaveProperty('birth');
      expect(tags).toEqual(expect.arrayContaining(['daymaster:mu', 'sign:leo', 'ascendant:virgo']));
    });

    it('computes missing ones from the birth', () => {
      const { facts } = plan({ saju, astro: {}, birth: BIRTH });
      expect(facts).toMatchObject({ saju: { pillars: saju.pillars }, astrology: { sun: { sign: 'taurus' } } });
      expect(plan({ saju: { strange: true }, birth: BIRTH }).facts).toMatchObject({
        saju: { pillars: { day: '庚辰' } },
      });
    });

    it('accepts one chart without the other', () => {
      expect(plan({ saju }).facts).not.toHaveProperty('astrology');
      const { facts, followups, entities } = plan({ astro });
      expect(facts).not.toHaveProperty('saju');
      expect(followups).toHaveLength(3);
      expect(entities.map(({ id }) => id)).toEqual(['astro:sun-in-leo', 'astro:sign-virgo', 'astro:aspect-trine']);
    });

    it('rejects empty charts by field name', () => {
      const field = (body: Record<string, unknown>) => {
        try {
          plan(body);
        } catch (error) {
          return error instanceof ReadingInputError ? error.field : String(error);
        }
        return 'accepted';
      };
      expect(field({ saju: { pillars: { day: '甲丑' } } })).toBe('saju');
      expect(field({ astro: { planets: [] } })).toBe('astro');
      expect(field({ birth: { date: '2023-02-30' } })).toBe('birth.date');
    });
  });

  describe('follow-ups', () => {
    it.each(['ko', 'en'])('are three for any chart (%s)', (locale) => {
      for (const theme of THEMES)
        for (const body of [
          { birth: BIRTH },
          { birthDate: '1990-05-15' },
          { saju: { day: '戊午' } },
          { astro: { sun: 'leo' } },
        ]) {
          const { followups } = plan({ ...body, theme, locale });
          expect(new Set(followups).size).toBe(3);
          expect(followups.every((text) => text.endsWith('?'))).toBe(true);
          expect(followups.join().match(/[가-힣]/u) !== null).toBe(locale === 'ko');
        }
      expect(plan({ birth: BIRTH, locale }).followups.join()).toContain('庚辰');
    });
  });

  const two = (number: number) => String(number).padStart(2, '0');
  const births = fc.record(
    {
      date: fc
        .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([year, month, day]) => [year, two(month), two(day)].join('-')),
      time: fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
        .map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
      calendar: fc.constantFrom('solar', 'lunar'),
      gender: fc.constantFrom('male', 'female', 'other'),
      city: fc.constantFrom('서울', 'London', 'Atlantis'),
      dayBoundary: fc.constantFrom('jasi', 'midnight', 'splitJasi'),
    },
    { requiredKeys: ['date'] },
  );

  it('names only existing records, in facts that fit a prompt, for any birth', () => {
    fc.assert(
      fc.property(births, fc.constantFrom('ko', 'en'), fc.constantFrom(...THEMES), (birth, locale, theme) => {
        const { entities, facts, followups } = plan({ birth, locale, theme });
        expect(entities.length).toBeGreaterThanOrEqual(4);
        expect(entities.length).toBeLessThanOrEqual(12);
        for (const { id } of entities) expect(PACK.has(id)).toBe(true);
        expect(countTokens(JSON.stringify(facts))).toBeLessThan(4_500);
        expect(JSON.stringify(facts)).not.toMatch(/NaN|undefined|Atlantis/u);
        expect(new Set(followups).size).toBe(3);
      }),
      { numRuns: 60 },
    );
  });
});

describe('destinyInput', () => {
  it.each([{}, { birth: {} }, { birth: null, saju: {}, astro: null }, { birth: { date: '' } }, { birthTime: '07:05' }])(
    'asks %j for a date',
    (body) => {
      const { error } = destinyInput.safeParse(body);
      expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['birth.date']);
    },
  );

  it.each([
    [{ birthDate: '1990-05-15', theme: 'lottery' }, 'theme'],
    [{ birth: { date: 19_900_515 } }, 'birth.date'],
    [{ birth: { date: '1990-05-15', calendar: 'julian' } }, 'birth.calendar'],
    [{ birthDate: '1990-05-15', dayBoundary: 'noon' }, 'dayBoundary'],
    [{ saju: [] }, 'saju'],
  ])('refuses %j and names the field', (body, field) => {
    const { error } = destinyInput.safeParse(body);
    expect(error?.issues.map(({ path }) => path.join('.'))).toContain(field);
  });

  it('has a JSON schema', () => {
    const schema = z.toJSONSchema(destinyInput, { io: 'input' });
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining(['question', 'theme', 'birth', 'saju', 'astro']),
    );
  });
});
