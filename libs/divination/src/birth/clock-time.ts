/** A time of day as the clock on the wall showed it: hour 0–23. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const SEPARATED = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u;
const COMPACT = /^(\d{2})(\d{2})$/u;

/** Reads `9:05`, `09:05`, `09:05:30` and `0905`; undefined for anything else, 24:00 and 12:60 included. */
export function parseClockTime(text: string): ClockTime | undefined {
  const match = SEPARATED.exec(text.trim()) ?? COMPACT.exec(text.trim());
  if (!match) return undefined;
  const [hour = 0, minute = 0, second = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  return hour < 24 && minute < 60 && second < 60 ? { hour, minute, second } : undefined;
}

const UNKNOWN = new Set(['', 'unknown', 'unsure', 'none', 'null', '모름', '모름.', '미상', '시간모름', '모릅니다']);

/** What forms send when nobody remembers. */
export const isUnknownTime = (text: string): boolean => UNKNOWN.has(text.trim().toLowerCase().replaceAll(' ', ''));

/** `09:05`, or `09:05:30` when seconds were given. */
export const formatClockTime = ({ hour, minute, second }: ClockTime): string =>
  [hour, minute, ...(second ? [second] : [])].map((part) => String(part).padStart(2, '0')).join(':');
