import { SearchSunLongitude } from 'astronomy-engine';

const DAYS_OF_A_YEAR = 367;

/**
 * The moment of the solar return in a calendar year, in Unix milliseconds: the Sun reaches its longitude at birth, in
 * the tropical zodiac.
 * @param sun longitude at birth in degrees
 */
export function solarReturnMs(sun: number, year: number): number {
  const found = SearchSunLongitude(sun, new Date(Date.UTC(year, 0, 1)), DAYS_OF_A_YEAR);
  if (!found) throw new RangeError(`the Sun does not reach ${sun}° in ${year}`);
  return found.date.getTime();
}
