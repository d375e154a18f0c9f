import type { Locale } from '@app/text';
import { type ClockTime, formatClockTime, halfOfDayIn, parseClockTime } from './clock-time.js';

/** The time of birth as entered: a clock time, a span of clock times, or a double hour (시진) of solar time. */
export type BirthTime =
  | { readonly kind: 'clock'; readonly time: ClockTime }
  | { readonly kind: 'span'; readonly from: ClockTime; readonly until: ClockTime }
  | DoubleHour;

export interface DoubleHour {
  readonly kind: 'doubleHour';
  /** Index of the branch of the hour: 0 (자) to 11 (해). */
  readonly branch: number;
  /** True for the Rat hour before midnight (야자시) of the given date; false for the Rat hour after midnight. */
  readonly isLateRat: boolean;
}

const HANGUL = '자축인묘진사오미신유술해';
const HANJA = '子丑寅卯辰巳午未申酉戌亥';
const DOUBLE_HOUR = /^(조|야|早|夜|正|정)?([자축인묘진사오미신유술해子丑寅卯辰巳午未申酉戌亥]) ?[시時]$/u;
const SPAN = /\s*(?:[~〜～–—]|(?<=[\d시분반m.])\s*-\s*(?=\D*\d)|\bto\b|부터)\s*/u;

/**
 * Reads a clock time, a span such as `09:00-11:00`, `오전 9시~11시` or `9 to 11 PM`, and a double hour such as `축시`,
 * `子時`, `야자시`; undefined for anything else.
 */
export function parseBirthTime(text: string): BirthTime | undefined {
  const time = parseClockTime(text);
  return time ? { kind: 'clock', time } : (parseDoubleHour(text.trim()) ?? parseSpan(text));
}

function parseDoubleHour(text: string): DoubleHour | undefined {
  const [, part, name = ''] = DOUBLE_HOUR.exec(text) ?? [];
  const branch = Math.max(HANGUL.indexOf(name || '-'), HANJA.indexOf(name || '-'));
  const isRatOnly = part !== undefined;
  if (branch < 0 || (isRatOnly && branch !== 0)) return undefined;
  return { kind: 'doubleHour', branch, isLateRat: part === '야' || part === '夜' };
}

function parseSpan(text: string): BirthTime | undefined {
  const [first = '', second = '', ...rest] = text.replace(/까지|사이/u, '').split(SPAN);
  if (rest.length > 0 || second === '') return undefined;
  const [firstHalf, secondHalf] = [halfOfDayIn(first), halfOfDayIn(second)];
  const from = parseClockTime(firstHalf ? first : `${first}${secondHalf ? ` ${secondHalf}` : ''}`);
  const until = parseClockTime(secondHalf ? second : `${firstHalf ?? ''} ${second}`);
  return from && until ? { kind: 'span', from, until } : undefined;
}

const UNKNOWN = new Set(['', 'unknown', 'unsure', 'none', 'null', '모름', '모름.', '미상', '시간모름', '모릅니다']);

/** Whether a text is one of the values that forms send for an unknown time. */
export const isUnknownTime = (text: string): boolean => UNKNOWN.has(text.trim().toLowerCase().replaceAll(' ', ''));

/** Formats a time as `09:05`, `09:00–11:00` or `축시` / `the hour of Chuk (丑)`. */
export function formatBirthTime(given: BirthTime, locale: Locale): string {
  if (given.kind === 'clock') return formatClockTime(given.time);
  if (given.kind === 'span') return `${formatClockTime(given.from)}–${formatClockTime(given.until)}`;
  const hanja = HANJA[given.branch] ?? '';
  if (locale === 'ko') return `${given.isLateRat ? '야' : ''}${HANGUL[given.branch] ?? ''}시`;
  return given.isLateRat ? `late ${hanja} hour` : `${hanja} hour`;
}
