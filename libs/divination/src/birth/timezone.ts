import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';

/** Range of offsets of civil time, in minutes. */
const MIN_OFFSET = -12 * 60;
const MAX_OFFSET = 14 * 60;
const MAX_NAME_LENGTH = 64;

const OFFSET = /^(?:UTC|GMT)? ?(?<sign>[+-])(?:(?<hour>\d{1,2})(?::(?<minute>[0-5]\d))?|(?<hh>\d{2})(?<mm>[0-5]\d))$/iu;

/** Parses a fixed offset such as `+09:00`, `+0900`, `UTC+9` or `GMT+9`; undefined for anything else. */
export function fixedOffset(text: string): FixedOffsetZone | undefined {
  const { sign, hour, minute = '00', hh, mm } = OFFSET.exec(text)?.groups ?? {};
  const zone = FixedOffsetZone.parseSpecifier(sign ? `UTC${sign}${hour ?? hh}:${hour ? minute : mm}` : text);
  const offset = zone?.offset(0) ?? Infinity;
  return zone && offset >= MIN_OFFSET && offset <= MAX_OFFSET ? zone : undefined;
}

/** Abbreviations that Node does not know. */
const ABBREVIATIONS: Readonly<Record<string, string>> = { KST: 'Asia/Seoul' };

/** The name of a zone given as an IANA name in any case or a fixed offset; undefined for anything else. */
export function timezoneNamed(text: string): string | undefined {
  const zone = text.trim();
  if (zone.length > MAX_NAME_LENGTH) return undefined;
  const abbreviated = ABBREVIATIONS[zone.toUpperCase()];
  if (abbreviated) return abbreviated;
  // `Intl` also accepts offsets such as `+15:00`, so require a letter first.
  const isName = /^[a-z]/iu.test(zone) && IANAZone.isValidZone(zone);
  return fixedOffset(zone)?.name ?? (isName ? inUsualCase(zone) : undefined);
}

function inUsualCase(zone: string): string {
  const primary = primaryName(zone);
  return primary.toLowerCase() === zone.toLowerCase() || !/[A-Z]/u.test(zone) ? primary : zone;
}

const primaryName = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

/** Whether a zone is another one by one of its names: `ROK` is `Asia/Seoul`. */
export const isZone = (zone: string, other: string): boolean =>
  fixedOffset(zone) === undefined && primaryName(zone) === primaryName(other);

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
