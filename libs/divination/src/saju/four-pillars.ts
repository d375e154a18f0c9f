import { EARTHLY_BRANCHES, HEAVENLY_STEMS, type Pillar as NamedPillar, calculateFourPillars } from 'manseryeok';
import type { DayBoundary } from '../birth/conventions.js';
import { trueSolarTimeMs } from '../birth/solar-time.js';
import { type Pillar, pillarAt } from './pillar.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** manseryeok expects wall-clock fields of Korean time, nine hours ahead of Universal Time. */
const KOREA_MS = 9 * HOUR_MS;
/** Index of 1970-01-01 in the cycle of sixty, a day 辛巳: (Julian day number 2440588 + 49) mod 60. */
const EPOCH_DAY_IN_CYCLE = 17;

/**
 * Year and month pillars of an instant, which are the same anywhere on Earth. The year begins at the instant of 입춘,
 * each month at the instant of its opening solar term; both are known to the minute.
 */
export function yearAndMonthPillars(instantMs: number): Record<'year' | 'month', Pillar> {
  const korean = new Date(instantMs + KOREA_MS);
  const { year, month } = calculateFourPillars({
    year: korean.getUTCFullYear(),
    month: korean.getUTCMonth() + 1,
    day: korean.getUTCDate(),
    hour: korean.getUTCHours(),
    minute: korean.getUTCMinutes(),
    // The instant already accounts for zone and daylight-saving time.
    trueSolarTime: { longitude: 0, applyHistoricalDst: false },
  });
  return { year: indicesOf(year), month: indicesOf(month) };
}

const indicesOf = ({ heavenlyStem, earthlyBranch }: NamedPillar): Pillar => ({
  stem: HEAVENLY_STEMS.indexOf(heavenlyStem),
  branch: EARTHLY_BRANCHES.indexOf(earthlyBranch),
});

/**
 * Day and hour pillars of a clock time. The day begins with the hour of the Rat at 23:00 (`jasi`, 정자시) or at 0:00. When
 * it begins at 0:00, the stem of the hour from 23:00 follows the old day (`midnight`) or already the next day
 * (`splitJasi`, 야자시·조자시). The hour's stem follows 오서둔(五鼠遁): the Rat hour of a 甲 or 己 day is 甲子, and each further day
 * starts two stems later.
 * @param clockMs milliseconds of a zoneless clock, as from `trueSolarTimeMs`
 */
export function dayAndHourPillars(clockMs: number, dayBoundary: DayBoundary): Record<'day' | 'hour', Pillar> {
  const today = Math.floor(clockMs / DAY_MS) + EPOCH_DAY_IN_CYCLE;
  const hourOfDay = Math.floor((clockMs - Math.floor(clockMs / DAY_MS) * DAY_MS) / HOUR_MS);
  const isLateRat = hourOfDay === 23;
  const day = pillarAt(isLateRat && dayBoundary === 'jasi' ? today + 1 : today);
  const stemDay = pillarAt(isLateRat && dayBoundary !== 'midnight' ? today + 1 : today);
  const branch = Math.floor(((hourOfDay + 1) % 24) / 2);
  return { day, hour: { stem: (stemDay.stem * 2 + branch) % 10, branch } };
}

/**
 * The four pillars of an instant by true solar time at a longitude.
 * @param longitude degrees east
 */
export const fourPillars = (
  instantMs: number,
  longitude: number,
  dayBoundary: DayBoundary,
): Record<'year' | 'month' | 'day' | 'hour', Pillar> => ({
  ...yearAndMonthPillars(instantMs),
  ...dayAndHourPillars(trueSolarTimeMs(instantMs, longitude), dayBoundary),
});
