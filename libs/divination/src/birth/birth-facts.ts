import { formatCalendarDate } from './calendar-date.js';
import { formatClockTime } from './clock-time.js';
import type { Birth } from './read-birth.js';
import type { Locale } from '@app/text';

/** What the charts were computed from: checked values only, never the words of the input. */
export const birthFacts = ({ date, time, place }: Birth, locale: Locale): Readonly<Record<string, unknown>> => ({
  date: formatCalendarDate(date),
  time: time ? formatClockTime(time) : null,
  ...(place.city && { city: place.city[locale] }),
  timezone: place.zone,
  latitude: place.lat ?? null,
  longitude: place.lon,
});
