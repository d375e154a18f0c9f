import { lunarToSolar } from 'manseryeok';
import type { CalendarDate } from './calendar-date.js';
import { computedLunarYear } from './computed-lunar-year.js';
import type { LunarCalendar } from './conventions.js';

/**
 * Last year published by the Korea Astronomy and Space Science Institute. For later years manseryeok returns the
 * Chinese calendar, which differs from the Korean one by up to a day.
 */
const LAST_PUBLISHED_YEAR = 2049;

/** Converts a lunar date to a Gregorian date; undefined for a month or day that the year does not have. */
export const lunarToGregorian = (
  date: CalendarDate,
  isLeap: boolean,
  calendar: LunarCalendar,
): CalendarDate | undefined =>
  calendar === 'korean' && date.year <= LAST_PUBLISHED_YEAR
    ? published(date, isLeap)
    : computed(date, isLeap, calendar);

/** The library throws RangeError for a day that does not exist. */
function published({ year, month, day }: CalendarDate, isLeap: boolean): CalendarDate | undefined {
  try {
    return lunarToSolar(year, month, day, isLeap);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function computed(
  { year, month, day }: CalendarDate,
  isLeap: boolean,
  calendar: LunarCalendar,
): CalendarDate | undefined {
  const found = computedLunarYear(year, calendar).find((each) => each.month === month && each.isLeap === isLeap);
  if (!found || day < 1 || day > found.days) return undefined;
  const at = new Date((found.firstDay + day - 1) * 86_400_000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}
