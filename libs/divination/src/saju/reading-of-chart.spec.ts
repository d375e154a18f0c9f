import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stepsBetween } from './element.js';
import { type FourPillars, hanjaOf, parsePillar, pillarAt } from './pillar.js';
import { MAX_PERIODS, periodsBetween } from './periods.js';
import { stemAt } from './stem.js';
import { dayMasterStrength } from './strength.js';
import { structureOf } from './structure.js';
import { balanceElement, climateElement } from './useful-element.js';

const chart = (text: string): FourPillars => {
  const [year, month, day, hour] = text.split(' ').map(parsePillar);
  if (!day) throw new Error('no day pillar');
  return { year: year ?? null, month: month ?? null, day, hour: hour ?? null };
};
const pillars = fc.integer({ min: 0, max: 59 }).map(pillarAt);
const charts: fc.Arbitrary<FourPillars> = fc.record({
  year: fc.option(pillars),
  month: fc.option(pillars),
  day: pillars,
  hour: fc.option(pillars),
});

describe('dayMasterStrength by support', () => {
  it.each([
    ['甲寅 丙寅 甲寅 甲子', 'strong', { season: true, root: true, company: true }],
    ['庚申 甲申 甲午 庚午', 'weak', { season: false, root: false, company: false }],
    ['庚午 丙寅 甲午 庚午', 'balanced', { season: true, root: false, company: false }],
    ['甲寅 庚申 甲寅 甲子', 'balanced', { season: false, root: true, company: true }],
  ] as const)('of %s is %s', (text, strength, support) =>
    expect(dayMasterStrength(chart(text), 'support')).toEqual({ method: 'support', strength, support }),
  );
});

describe('structureOf', () => {
  it.each([
    ['庚午 辛巳 庚辰 己卯', 'pyeongwan', false],
    ['丙午 辛巳 庚辰 己卯', 'pyeongwan', true],
    ['甲子 丙寅 甲子 甲子', 'geonrok', true],
    ['甲子 丁卯 甲子 甲子', 'yangin', false],
    ['甲子 丙寅 乙丑 丙子', 'wolgeop', true],
    ['甲子 癸酉 甲子 辛未', 'jeonggwan', true],
    // The hidden stems of 辰 are 戊, 乙 and 癸; 癸 is the stem of the year.
    ['癸亥 丙辰 甲子 丁卯', 'jeongin', true],
  ])('of %s is %s (revealed: %s)', (text, id, isRevealed) =>
    expect(structureOf(chart(text))).toMatchObject({ id, isRevealed }),
  );

  it('needs a month, and is named after it alone otherwise', () => {
    expect(structureOf({ ...chart('甲子 甲子 甲子 甲子'), month: null })).toBeUndefined();
    fc.assert(fc.property(charts, (each) => expect(structureOf(each) !== undefined).toBe(each.month !== null)));
  });
});

describe('useful elements', () => {
  it('by balance restrain a strong day master and support a weak one', () => {
    fc.assert(
      fc.property(charts, fc.constantFrom('points' as const, 'support' as const), (each, method) => {
        const strength = dayMasterStrength(each, method);
        const useful = balanceElement(each, strength);
        const steps = useful && stepsBetween(stemAt(each.day.stem).element, useful.useful);
        if (strength.strength === 'balanced') expect(useful).toBeUndefined();
        else expect(strength.strength === 'strong' ? [2, 3] : [0, 4]).toContain(steps);
        if (useful) {
          expect(stepsBetween(useful.favourable, useful.useful)).toBe(1);
          expect(stepsBetween(useful.unfavourable, useful.useful)).toBe(2);
        }
      }),
    );
  });

  it.each([
    ['庚午 辛巳 庚辰 己卯', '壬戊丙丁'],
    ['甲子 丙寅 甲子 甲子', '丙癸'],
    ['甲子 丁丑 癸亥 癸丑', '丙丁'],
    ['甲子 庚午 壬子 庚子', '癸庚辛'],
  ])('by climate of %s are %s', (text, stems) => {
    const useful = climateElement(chart(text));
    expect(useful?.stems?.map((at) => stemAt(at).hanja).join('')).toBe(stems);
  });

  it('by climate warm the winter and cool the summer of wood, metal and earth', () => {
    for (let day = 0; day < 60; day++)
      for (const [month, wanted] of [
        ['甲子', 'fire'],
        ['庚午', 'water'],
      ] as const) {
        const useful = climateElement({
          year: null,
          month: parsePillar(month) ?? null,
          day: pillarAt(day),
          hour: null,
        });
        const element = stemAt(day % 10).element;
        // In winter 甲 and 庚 take 丁, which is also fire.
        if (['wood', 'earth', 'metal'].includes(element)) expect(useful?.useful).toBe(wanted);
      }
  });
});

describe('periodsBetween', () => {
  const KOREA_MS = 9 * 3_600_000;
  const shown = (kind: 'year' | 'month' | 'day', from: string, until: string) =>
    periodsBetween(kind, from, until, KOREA_MS).map(
      (period) => `${hanjaOf(period.pillar)} ${period.from} ${period.until}`,
    );

  it('lists the days of a span', () =>
    expect(shown('day', '2026-11-30', '2026-12-02')).toEqual([
      '戊申 2026-11-30 2026-11-30',
      '己酉 2026-12-01 2026-12-01',
      '庚戌 2026-12-02 2026-12-02',
    ]));

  it('changes months at the solar terms', () =>
    expect(shown('month', '2026-11-01', '2026-12-31')).toEqual([
      '戊戌 2026-11-01 2026-11-07',
      '己亥 2026-11-08 2026-12-06',
      '庚子 2026-12-07 2026-12-31',
    ]));

  it('changes years at 입춘', () =>
    expect(shown('year', '2026-01-01', '2027-12-31')).toEqual([
      '乙巳 2026-01-01 2026-02-03',
      '丙午 2026-02-04 2027-02-03',
      '丁未 2027-02-04 2027-12-31',
    ]));

  it('refuses spans that end before they begin, that are no days, or too long', () => {
    expect(() => periodsBetween('day', '2026-01-02', '2026-01-01', 0)).toThrow(RangeError);
    expect(() => periodsBetween('day', 'yesterday', '2026-01-01', 0)).toThrow(RangeError);
    expect(() => periodsBetween('day', '2026-01-01', '2026-12-31', 0)).toThrow(RangeError);
    expect(MAX_PERIODS.day).toBe(62);
  });
});
