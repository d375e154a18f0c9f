import { describe, expect, it } from '@jest/globals';
import { Body, Ecliptic, GeoVector, MakeTime, SearchSunLongitude } from 'astronomy-engine';
import fc from 'fast-check';
import { equationOfTimeMinutes, getSolarTermsOfYear } from 'manseryeok';
import type { DayBoundary } from '../birth/conventions.js';
import { trueSolarTimeMs } from '../birth/solar-time.js';
import { fourPillars } from './four-pillars.js';
import { cycleIndex } from './pillar.js';

const DAY_MS = 86_400_000;
const mod = (number: number, by: number) => ((number % by) + by) % by;

/** Julian day number of the civil day of a zoneless clock time; 1970-01-01 is 2440588. */
const julianDay = (clockMs: number) => Math.floor(clockMs / DAY_MS) + 2_440_588;
const sunLongitude = (atMs: number) => Ecliptic(GeoVector(Body.Sun, MakeTime(new Date(atMs)), true)).elon;

/**
 * The pillars computed from the longitude of the Sun and the count of days only: months change every thirty degrees
 * from 315°, years at 315°, month stems follow 오호둔, hour stems 오서둔, and the day is (Julian day number + 49) mod 60.
 */
function byTheSun(atMs: number, longitude: number, boundary: DayBoundary) {
  const month = Math.floor(mod(sunLongitude(atMs) - 315, 360) / 30);
  const clockYear = new Date(atMs).getUTCFullYear();
  const isEarlyInYear = new Date(atMs).getUTCMonth() < 6;
  const year = isEarlyInYear && month >= 10 ? clockYear - 1 : clockYear;
  const solar = trueSolarTimeMs(atMs, longitude);
  const hour = Math.floor(mod(solar + DAY_MS / 24, DAY_MS) / (DAY_MS / 12));
  const isLate = mod(solar, DAY_MS) >= DAY_MS * (23 / 24);
  const today = julianDay(solar) + 49;
  const day = mod(today + (isLate && boundary === 'jasi' ? 1 : 0), 60);
  const hourDay = mod(today + (isLate && boundary !== 'midnight' ? 1 : 0), 60);
  const yearStem = mod(year - 4, 10);
  return {
    year: { stem: yearStem, branch: mod(year - 4, 12) },
    month: { stem: mod(yearStem * 2 + 2 + month, 10), branch: mod(month + 2, 12) },
    day: { stem: day % 10, branch: day % 12 },
    hour: { stem: mod(hourDay * 2 + hour, 10), branch: hour },
  };
}

/** The library rounds terms to the minute, so either result is correct within ninety seconds of a term. */
function isNearTerm(atMs: number): boolean {
  // Months change at 15°, 45°, 75° …
  const toTerm = (Math.abs(mod(sunLongitude(atMs), 30) - 15) / 0.98564736) * DAY_MS;
  return toTerm < 90_000;
}

const boundaries = fc.constantFrom<DayBoundary>('jasi', 'midnight', 'splitJasi');
const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 11, 31) });
const longitudes = fc.double({ min: -180, max: 180, noNaN: true });

describe('fourPillars', () => {
  it('agrees with the Sun and the count of days at any time and place', () => {
    fc.assert(
      fc.property(instants, longitudes, boundaries, (atMs, longitude, boundary) => {
        fc.pre(!isNearTerm(atMs));
        expect(fourPillars(atMs, longitude, boundary)).toEqual(byTheSun(atMs, longitude, boundary));
      }),
      {
        numRuns: 1_000,
        // Four seconds before a change of the month.
        examples: [[1_005_122_204_548, 0, 'jasi']],
      },
    );
  });

  it('changes the month within ninety seconds of the Sun’s longitude', () => {
    for (let year = 1900; year <= 2100; year++) {
      const turn = SearchSunLongitude(225, new Date(Date.UTC(year, 10, 1)), 12)?.date.getTime() ?? 0;
      const before = fourPillars(turn - 90_000, 0, 'jasi').month;
      const after = fourPillars(turn + 90_000, 0, 'jasi').month;
      expect([before.branch, after.branch]).toEqual([10, 11]);
    }
  });

  it('goes through the sixty days without a gap', () => {
    for (let day = 0; day < 200 * 366; day += 61) {
      const noon = Date.UTC(1900, 0, 1, 3) + day * DAY_MS;
      const next = cycleIndex(fourPillars(noon + DAY_MS, 126.98, 'jasi').day);
      expect(next).toBe((cycleIndex(fourPillars(noon, 126.98, 'jasi').day) + 1) % 60);
    }
  });
});

describe('the tables behind it', () => {
  it.each([1900, 1925, 1950, 1975, 2000, 2025, 2050, 2075])(
    'has every solar term from %i on within ninety seconds of the Sun',
    (from) => {
      for (let year = from; year <= from + 25; year++)
        for (const { index, date } of getSolarTermsOfYear(year)) {
          const before = new Date(date.getTime() - 2 * DAY_MS);
          const found = SearchSunLongitude(mod(285 + 15 * index, 360), before, 4);
          expect(Math.abs((found?.date.getTime() ?? 0) - date.getTime())).toBeLessThan(90_000);
        }
    },
  );

  it('has an equation of time within five seconds of the Sun’s right ascension', () => {
    fc.assert(
      fc.property(instants, (atMs) => {
        const t = (atMs / DAY_MS - 10_957.5) / 36_525;
        const meanLongitude = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
        const longitude = (sunLongitude(atMs) * Math.PI) / 180;
        const obliquity = ((23.4392911 - 0.0130042 * t) * Math.PI) / 180;
        const ascension = (Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude)) * 180) / Math.PI;
        const minutes = (mod(meanLongitude - 0.0057183 - ascension + 180, 360) - 180) * 4;
        expect(Math.abs(equationOfTimeMinutes(atMs) - minutes)).toBeLessThan(5 / 60);
      }),
    );
  });
});
