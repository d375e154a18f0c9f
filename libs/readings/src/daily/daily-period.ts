import { ReadingInputError, civilDay, dateIn, startOfDayMs } from '@app/divination';
import { defaultTimezone } from '../reader-timezone.js';
import type { DailyInput } from './daily.input.js';

/** A span of civil days in the user's time zone. The first and the last day are included. */
export interface DailyPeriod {
  readonly from: string;
  readonly until: string;
  readonly days: number;
  readonly timezone: string;
  readonly fromMs: number;
  /** End of the last day, exclusive. */
  readonly untilMs: number;
}

const DAY_MS = 86_400_000;
/** Maximum length of a span: a reading of more days would only list them. */
const MAX_DAYS = 14;

/**
 * @param birthTimezone zone of the birth place, used when the reader's zone is unknown
 * @throws ReadingInputError when a day does not exist, or the span ends before it begins or is too long
 */
export function dailyPeriod(
  { day: givenDay, date, until, readerTimezone, locale }: DailyInput,
  nowMs: number,
  birthTimezone?: string,
): DailyPeriod {
  const timezone = readerTimezone ?? birthTimezone ?? defaultTimezone(locale);
  const day = givenDay ?? date;
  const from = day ? civilDay(day, givenDay ? 'day' : 'date') : dateIn(timezone, nowMs);
  const last = until ? civilDay(until, 'until') : from;
  const days = (Date.parse(last) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1)
    throw new ReadingInputError('until', { ko: '첫날보다 앞설 수 없습니다.', en: 'must not be before the first day' });
  if (days > MAX_DAYS)
    throw new ReadingInputError('until', {
      ko: `기간은 ${MAX_DAYS}일까지입니다.`,
      en: `a span has at most ${MAX_DAYS} days`,
    });
  const dayAfter = new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10);
  return {
    from,
    until: last,
    days,
    timezone,
    fromMs: startOfDayMs(timezone, from),
    untilMs: startOfDayMs(timezone, dayAfter),
  };
}
