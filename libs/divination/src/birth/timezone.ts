import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';

/** Range of offsets of civil time, in minutes. */
const MIN_OFFSET = -12 * 60;
const MAX_OFFSET = 14 * 60;
const MAX_NAME_LENGTH = 64;

/** Parses a fixed offset such as `+09:00` or `UTC+9`; undefined for anything else. */
export function fixedOffset(text: string): FixedOffsetZone | undefined {
  const zone = FixedOffsetZone.parseSpecifier(/^[+-]/u.test(text) ? `UTC${text}` : text);
  const offset = zone?.offset(0) ?? Infinity;
  return zone && offset >= MIN_OFFSET && offset <= MAX_OFFSET ? zone : undefined;
}

/** The name of a zone given as an IANA name or a fixed offset; undefined for anything else. */
export function timezoneNamed(text: string): string | undefined {
  const zone = text.trim();
  if (zone.length > MAX_NAME_LENGTH) return undefined;
  // `Intl` also accepts offsets such as `+15:00`, so require a letter first.
  const isName = /^[a-z]/iu.test(zone) && IANAZone.isValidZone(zone);
  return fixedOffset(zone)?.name ?? (isName ? zone : undefined);
}

export const isTimezone = (text: string): boolean => timezoneNamed(text) !== undefined;

/** The civil date of an instant in a zone, `2026-11-30`. */
export const dateIn = (zone: string, atMs: number): string =>
  DateTime.fromMillis(atMs, { zone: timezoneNamed(zone) ?? 'UTC' }).toFormat('yyyy-MM-dd');

/** The civil time of an instant in a zone, `2026-11-30 14:05`. */
export const timeIn = (zone: string, atMs: number): string =>
  DateTime.fromMillis(atMs, { zone: timezoneNamed(zone) ?? 'UTC' }).toFormat('yyyy-MM-dd HH:mm');

/** When a civil day begins in a zone, in Unix milliseconds. */
export const startOfDayMs = (zone: string, day: string): number =>
  DateTime.fromISO(day, { zone: timezoneNamed(zone) ?? 'UTC' })
    .startOf('day')
    .toMillis();
