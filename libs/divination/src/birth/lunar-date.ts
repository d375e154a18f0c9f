import { lunarToSolar } from 'manseryeok';
import type { CalendarDate } from './calendar-date.js';
import { reckonedLunarYear } from './reckoned-lunar-year.js';

/** The institute has published the calendar so far; beyond it manseryeok carries China’s, up to a day off in Korea. */
const LAST_PUBLISHED_YEAR = 2049;

/** The Gregorian day of a Korean lunar one; undefined for a month or day the year does not have. */
export const lunarToGregorian = (date: CalendarDate, isLeap: boolean): CalendarDate | undefined =>
  date.year > LAST_PUBLISHED_YEAR ? reckoned(date, isLeap) : published(date, isLeap);

/** The library says that a day never was by throwing RangeError. */
function published({ year, month, day }: CalendarDate, isLeap: boolean): CalendarDate | undefined {
  try {
    return lunarToSolar(year, month, day, isLeap);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function reckoned({ year, month, day }: CalendarDate, isLeap: boolean): CalendarDate | undefined {
  const found = reckonedLunarYear(year).find((each) => each.month === month && each.isLeap === isLeap);
  if (!found || day < 1 || day > found.days) return undefined;
  const at = new Date((found.firstDay + day - 1) * 86_400_000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}
