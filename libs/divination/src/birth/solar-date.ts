import { isValidSolarDate } from 'manseryeok';
import { ReadingInputError } from '../reading-input.error.js';
import type { BirthFields } from './birth-fields.js';
import { type CalendarDate, parseCalendarDate } from './calendar-date.js';
import { lunarToGregorian } from './lunar-date.js';

/** Years for which the terms are known to the minute and the lunar months published or reckoned. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** The Gregorian day of birth. @throws ReadingInputError for a day that never was, naming the field at fault. */
export function solarDate({ date, calendar, leapMonth }: BirthFields): CalendarDate {
  const parsed = parseCalendarDate(date.value);
  if (!parsed) throw new ReadingInputError(date.path, 'the date must be one such as 1990-05-15');
  if (parsed.year < FIRST_YEAR || parsed.year > LAST_YEAR)
    throw new ReadingInputError(date.path, `the year must be between ${FIRST_YEAR} and ${LAST_YEAR}`);
  return calendar === 'lunar' ? fromLunar(parsed, date.path, leapMonth) : checked(parsed, date.path);
}

function checked(date: CalendarDate, path: string): CalendarDate {
  if (isValidSolarDate(date.year, date.month, date.day)) return date;
  throw new ReadingInputError(path, 'there is no such day in the calendar');
}

function fromLunar(date: CalendarDate, path: string, leap: BirthFields['leapMonth']): CalendarDate {
  const isLeap = leap?.value ?? false;
  if (isLeap && !lunarToGregorian({ ...date, day: 1 }, true))
    throw new ReadingInputError(leap?.path ?? path, `the lunar year ${date.year} had no leap month ${date.month}`);
  const gregorian = lunarToGregorian(date, isLeap);
  if (gregorian) return gregorian;
  throw new ReadingInputError(path, 'there is no such day in the Korean lunar calendar; its months have 29 or 30 days');
}
