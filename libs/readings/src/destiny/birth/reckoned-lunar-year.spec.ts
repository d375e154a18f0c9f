import { describe, expect, it } from '@jest/globals';
import { lunarToSolar } from 'manseryeok';
import { reckonedLunarYear } from './reckoned-lunar-year.js';

const dayOf = ({ year, month, day }: { year: number; month: number; day: number }) =>
  Date.UTC(year, month - 1, day) / 86_400_000;

const leapMonth = (year: number, month: number) => {
  try {
    return [{ month, isLeap: true, firstDay: dayOf(lunarToSolar(year, month, 1, true)) }];
  } catch {
    return [];
  }
};

/** The months as published, from the first day of each. */
const published = (year: number) =>
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => [
    { month, isLeap: false, firstDay: dayOf(lunarToSolar(year, month, 1, false)) },
    ...leapMonth(year, month),
  ]);

describe('reckonedLunarYear', () => {
  // From 1912, when Korean standard time took its present meridian, to the end of the published tables.
  it('gives every month and leap month of 1912 to 2049 as published', () => {
    for (let year = 1912; year <= 2049; year++)
      expect([
        year,
        reckonedLunarYear(year).map(({ month, isLeap, firstDay }) => ({ month, isLeap, firstDay })),
      ]).toEqual([year, published(year)]);
  });

  it('goes on without a gap to 2100', () => {
    for (let year = 2050; year <= 2100; year++) {
      const months = [...reckonedLunarYear(year), ...reckonedLunarYear(year + 1).slice(0, 1)];
      for (const [index, { firstDay, days }] of months.slice(0, -1).entries()) {
        expect([29, 30]).toContain(days);
        expect(months[index + 1]?.firstDay).toBe(firstDay + days);
      }
      expect(months.filter(({ isLeap }) => !isLeap)).toHaveLength(13);
    }
  });
});
