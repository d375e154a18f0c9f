import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';

/** `UTC+9` for `+09:00`, `UTC+9` and the like; undefined for anything else. */
export const fixedOffset = (text: string): FixedOffsetZone | undefined =>
  FixedOffsetZone.parseSpecifier(/^[+-]/u.test(text) ? `UTC${text}` : text) ?? undefined;

/** The name of a zone given as an IANA name or a fixed offset; undefined for anything else. */
export function timezoneNamed(text: string): string | undefined {
  const zone = text.trim();
  return fixedOffset(zone)?.name ?? (IANAZone.isValidZone(zone) ? zone : undefined);
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
