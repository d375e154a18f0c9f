import { isValidSolarDate } from 'manseryeok';
import { ReadingInputError } from '../reading-input.error.js';
import type { BirthFields } from './birth-fields.js';
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from './calendar-date.js';
import type { LunarCalendar } from './conventions.js';
import { lunarToGregorian } from './lunar-date.js';

/** Supported years: solar terms are known to the minute, and lunar months are published or computed. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** The Gregorian day of birth. @throws ReadingInputError for a day that does not exist, with the path of the field. */
export function solarDate(
  { date, calendar, leapMonth }: Pick<BirthFields, 'date' | 'calendar' | 'leapMonth'>,
  lunarCalendar: LunarCalendar,
): CalendarDate {
  const parsed = parseCalendarDate(date.value);
  if (!parsed)
    throw new ReadingInputError(date.path, {
      ko: '날짜는 1990-05-15처럼 적어 주세요.',
      en: 'the date must be one such as 1990-05-15',
    });
  if (parsed.year < FIRST_YEAR || parsed.year > LAST_YEAR)
    throw new ReadingInputError(date.path, {
      ko: `연도는 ${FIRST_YEAR}년부터 ${LAST_YEAR}년까지입니다.`,
      en: `the year must be between ${FIRST_YEAR} and ${LAST_YEAR}`,
    });
  if (calendar === 'lunar') return fromLunar(parsed, date.path, leapMonth, lunarCalendar);
  return checked(parsed, date.path);
}

/**
 * Converts a Gregorian date in any accepted spelling to `2026-12-01`.
 * @throws ReadingInputError
 */
export const civilDay = (value: string, path: string): string =>
  formatCalendarDate(solarDate({ date: { value, path }, calendar: 'solar' }, 'korean'));

function checked(date: CalendarDate, path: string): CalendarDate {
  if (isValidSolarDate(date.year, date.month, date.day)) return date;
  throw new ReadingInputError(path, { ko: '달력에 없는 날입니다.', en: 'there is no such day in the calendar' });
}

function fromLunar(
  date: CalendarDate,
  path: string,
  leap: BirthFields['leapMonth'],
  calendar: LunarCalendar,
): CalendarDate {
  const isLeap = leap?.value ?? false;
  if (isLeap && !lunarToGregorian({ ...date, day: 1 }, true, calendar))
    throw new ReadingInputError(leap?.path ?? path, {
      ko: `음력 ${date.year}년에는 윤${date.month}월이 없었습니다.`,
      en: `the lunar year ${date.year} had no leap month ${date.month}`,
    });
  const gregorian = lunarToGregorian(date, isLeap, calendar);
  if (gregorian) return gregorian;
  throw new ReadingInputError(path, {
    ko: `${calendar === 'korean' ? '한국' : '중국'} 음력에 없는 날입니다. 음력 한 달은 29일이나 30일입니다.`,
    en: `there is no such day in the ${calendar === 'korean' ? 'Korean' : 'Chinese'} lunar calendar; its months have 29 or 30 days`,
  });
}
