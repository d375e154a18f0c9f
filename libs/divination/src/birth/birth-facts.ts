import type { Locale } from '@app/text';
import { describePlace } from './birth-place.js';
import { formatBirthTime } from './birth-time.js';
import { formatCalendarDate } from './calendar-date.js';
import type { Birth } from './read-birth.js';

/**
 * Facts about the birth data that the charts were computed from: validated values only, never the text of the request.
 */
export const birthFacts = (
  { date, time, place, conventions }: Birth,
  locale: Locale,
): Readonly<Record<string, unknown>> => ({
  date: formatCalendarDate(date),
  time: time ? formatBirthTime(time, locale) : null,
  ...(place.city && { city: place.city[locale], place: describePlace(place.city, locale) }),
  timezone: place.zone ?? null,
  latitude: place.lat ?? null,
  longitude: place.lon ?? null,
  conventions,
});
