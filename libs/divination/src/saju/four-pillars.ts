import { EARTHLY_BRANCHES, HEAVENLY_STEMS, calculateFourPillars, equationOfTimeMinutes } from 'manseryeok';
import type { Pillar as NamedPillar } from 'manseryeok';
import type { Pillar } from './pillar.js';

const MINUTE_MS = 60_000;
/** The library reckons from a wall clock nine hours ahead of Universal Time. */
const KOREA_MS = 540 * MINUTE_MS;

/**
 * When the day of the day pillar begins.
 * - `jasi` (정자시): with the hour of the Rat, 23:00 true solar time; day and hour both belong to the next day.
 * - `midnight`: at 0:00 true solar time; until then the hour's stem is still that of the old day.
 * - `splitJasi` (야자시·조자시): at 0:00, but from 23:00 the hour's stem is already that of the next day.
 */
export type DayBoundary = 'jasi' | 'midnight' | 'splitJasi';

/**
 * The four pillars of an instant anywhere on Earth. Year and month turn at the instant of 입춘 and of the terms that
 * open each month, to the minute; day and hour follow true solar time.
 * The instant is handed to the library as Korean standard time without its daylight-saving table: zones and clocks
 * were dealt with before, for every country alike.
 * @param longitude degrees east
 */
export function fourPillars(
  instantMs: number,
  longitude: number,
  dayBoundary: DayBoundary,
): Record<'year' | 'month' | 'day' | 'hour', Pillar> {
  const korean = new Date(instantMs + KOREA_MS);
  const { year, month, day, hour } = calculateFourPillars({
    year: korean.getUTCFullYear(),
    month: korean.getUTCMonth() + 1,
    day: korean.getUTCDate(),
    hour: korean.getUTCHours(),
    minute: korean.getUTCMinutes(),
    trueSolarTime: { longitude, applyHistoricalDst: false },
    dayBoundary,
  });
  return { year: placesOf(year), month: placesOf(month), day: placesOf(day), hour: placesOf(hour) };
}

const placesOf = ({ heavenlyStem, earthlyBranch }: NamedPillar): Pillar => ({
  stem: HEAVENLY_STEMS.indexOf(heavenlyStem),
  branch: EARTHLY_BRANCHES.indexOf(earthlyBranch),
});

/**
 * True (apparent) solar time as milliseconds of a clock without a zone: four minutes a degree of longitude from
 * Greenwich, and the equation of time (Meeus, Astronomical Algorithms, 28.3), which swings between −14 and +16 minutes.
 */
export const trueSolarTimeMs = (instantMs: number, longitude: number): number =>
  instantMs + (longitude * 4 + equationOfTimeMinutes(instantMs)) * MINUTE_MS;
