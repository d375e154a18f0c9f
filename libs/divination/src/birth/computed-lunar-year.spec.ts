import { describe, expect, it } from '@jest/globals';
import { lunarToSolar } from 'manseryeok';
import { computedLunarYear } from './computed-lunar-year.js';

const dayOf = ({ year, month, day }: { year: number; month: number; day: number }) =>
  Date.UTC(year, month - 1, day) / 86_400_000;

const leapMonth = (year: number, month: number) => {
  try {
    return [{ month, isLeap: true, firstDay: dayOf(lunarToSolar(year, month, 1, true)) }];
  } catch {
    return [];
  }
};

/** The published months of a year, with the first day of each. */
const published = (year: number) =>
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => [
    { month, isLeap: false, firstDay: dayOf(lunarToSolar(year, month, 1, false)) },
    ...leapMonth(year, month),
  ]);

/** Splits a range into spans of ten years, so that no single test takes long. */
const decades = (from: number, to: number): readonly (readonly [number, number])[] =>
  Array.from({ length: Math.ceil((to - from + 1) / 10) }, (_, index) => [
    from + index * 10,
    Math.min(to, from + index * 10 + 9),
  ]);

describe('computedLunarYear', () => {
  // From 1912, when Korean standard time adopted its present meridian, to the end of the published tables.
  it.each(decades(1912, 2049))('gives every month and leap month of %i to %i as published', (first, last) => {
    for (let year = first; year <= last; year++)
      expect([
        year,
        computedLunarYear(year, 'korean').map(({ month, isLeap, firstDay }) => ({ month, isLeap, firstDay })),
      ]).toEqual([year, published(year)]);
  });

  it.each(decades(2050, 2100))('goes on without a gap from %i to %i', (first, last) => {
    for (let year = first; year <= last; year++) {
      const months = [...computedLunarYear(year, 'korean'), ...computedLunarYear(year + 1, 'korean').slice(0, 1)];
      for (const [index, { firstDay, days }] of months.slice(0, -1).entries()) {
        expect([29, 30]).toContain(days);
        expect(months[index + 1]?.firstDay).toBe(firstDay + days);
      }
      expect(months.filter(({ isLeap }) => !isLeap)).toHaveLength(13);
    }
  });
});
