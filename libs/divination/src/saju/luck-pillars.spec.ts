import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fourPillars } from './four-pillars.js';
import { luckAt, luckPillars } from './luck-pillars.js';
import { cycleIndex, hanjaOf } from './pillar.js';

const YEAR_MS = 365.2425 * 86_400_000;
/** One day in years, for years of twelve months of thirty days. */
const A_DAY = 1 / 360;

function luckOf(instant: string, gender: 'male' | 'female') {
  const atMs = Date.parse(instant);
  const { year, month } = fourPillars(atMs, 127, 'jasi');
  return luckPillars(atMs, { year, month }, gender, { luckAgeRounding: 'nearest' });
}

describe('luckPillars', () => {
  // Published ten-year pillars and their ages. The press prints age 8 for 이병철: 21.7 days are 7.2 years, which some
  // schools round up.
  it.each([
    ['이병철', '1910-02-12T22:00+08:30', 7, '己卯 庚辰 辛巳 壬午 癸未 甲申 乙酉 丙戌'],
    ['노무현', '1946-09-01T08:30+09:00', 2, '丁酉 戊戌 己亥 庚子 辛丑 壬寅 癸卯 甲辰'],
    ['박원순', '1955-02-11T02:30+08:30', 2, '丁丑 丙子 乙亥 甲戌 癸酉 壬申 辛未 庚午'],
  ])('%s', (_who, instant, age, decades) => {
    const { pillars } = luckOf(instant, 'male');
    expect(
      pillars
        .slice(0, 8)
        .map(({ pillar }) => hanjaOf(pillar))
        .join(' '),
    ).toBe(decades);
    expect(pillars.map((each) => each.age)).toEqual(Array.from({ length: 10 }, (_, decade) => age + decade * 10));
  });

  // A test case of lunar-javascript (a woman): eight years and twenty days. The library counts double hours, each worth
  // ten days.
  it('starts within ten days of another implementation', () => {
    const [first] = luckOf('1981-01-29T23:37+08:00', 'female').pillars;
    expect(Math.abs((first?.fromMs ?? 0) - Date.parse('1989-02-18T23:37+08:00'))).toBeLessThan(10 * 86_400_000);
  });

  it('covers the whole of a long life', () => {
    const luck = luckOf('1943-11-09T12:00+09:00', 'male');
    expect(luckAt(luck, Date.parse('2026-11-30T00:00Z'))).toBeDefined();
    expect(luckAt(luck, Date.parse('2043-11-09T00:00Z'))).toBeDefined();
  });

  it('goes forward for men of yang years and women of yin years, one pillar a decade', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 11, 31) }),
        fc.constantFrom('male' as const, 'female' as const),
        (atMs, gender) => {
          const { year, month } = fourPillars(atMs, 127, 'jasi');
          const { direction, pillars } = luckPillars(atMs, { year, month }, gender, { luckAgeRounding: 'nearest' });
          const isYang = year.stem % 2 === 0;
          expect(direction).toBe(isYang === (gender === 'male') ? 'forward' : 'backward');
          const step = direction === 'forward' ? 1 : 59;
          const cycle = [month, ...pillars.map(({ pillar }) => pillar)].map(cycleIndex);
          for (const [index, place] of cycle.slice(1).entries()) expect(place).toBe(((cycle[index] ?? 0) + step) % 60);
          const [first] = pillars;
          const startYears = ((first?.fromMs ?? 0) - atMs) / YEAR_MS;
          expect(startYears).toBeGreaterThanOrEqual(0);
          expect(startYears).toBeLessThan(11);
          // The start is accurate to a day, so an age within a day of half a year can be rounded either way.
          const rounded = [startYears - A_DAY, startYears + A_DAY].map((years) => Math.max(1, Math.round(years)));
          expect(rounded).toContain(first?.age);
        },
      ),
      { examples: [[1_431_762_420_000, 'male']] },
    );
  });

  it('knows the decade of an instant, and that there is none before the first and after the last', () => {
    const luck = luckOf('1990-05-15T07:05+09:00', 'male');
    const [first, second] = luck.pillars;
    expect(luckAt(luck, (first?.fromMs ?? 0) - 1)).toBeUndefined();
    expect(luckAt(luck, first?.fromMs ?? 0)).toBe(first);
    expect(luckAt(luck, first?.untilMs ?? 0)).toBe(second);
    expect(luckAt(luck, luck.pillars.at(-1)?.untilMs ?? 0)).toBeUndefined();
  });
});
