import type { Locale } from '@app/text';
import { type ClockTime, formatClockTime, halfOfDayIn, parseClockTime, sinceMidnightMs } from './clock-time.js';

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

const DAY_MS = 86_400_000;
const HANGUL = '자축인묘진사오미신유술해';
const HANJA = '子丑寅卯辰巳午未申酉戌亥';
const HOUR_NAME = /^(조|야|早|夜|正|정)?([자축인묘진사오미신유술해子丑寅卯辰巳午未申酉戌亥])(?:[시時时]생?)?$/u;
/** A double hour as lists show it: `축시`, `축(丑)시`, `축시(丑時)`, `자(子) 23:00-01:00`. */
const LISTED_HOUR =
  /^[^\p{L}\p{N}]*(?<name>\p{L}+?) ?(?<word>[시時时]생?)?(?: ?\((?<twin>\p{L}+)\)(?<after>시)?)?(?: ?\(?(?<span>\d[^()]*\d)\)?)?$/u;
const SPAN = /\s*(?:[~〜～–—]|(?<=[\d시분반m.])\s*-\s*(?=\D*\d)|\bto\b|부터)\s*/u;

/**
 * Reads a clock time, a span such as `09:00-11:00`, `오전 9시~11시` or `9 to 11 PM`, and a double hour such as `축시`,
 * `子時`, `야자시`, `축시(丑時)`, `축시 01:30~03:30`; undefined for anything else.
 */
export function parseBirthTime(text: string): BirthTime | undefined {
  const plain = text.normalize('NFKC').trim();
  const time = parseClockTime(plain);
  return time ? { kind: 'clock', time } : (parseDoubleHour(plain) ?? parseSpan(plain));
}

function parseDoubleHour(text: string): DoubleHour | undefined {
  const { name = '', word, twin, after, span } = LISTED_HOUR.exec(text)?.groups ?? {};
  const hour = hourNamed(name);
  if (!hour || (word ?? after ?? twin ?? span) === undefined) return undefined;
  const agrees = twin === undefined || hourNamed(twin)?.branch === hour.branch;
  return agrees && (span === undefined || parseSpan(span)) ? hour : undefined;
}

function hourNamed(name: string): DoubleHour | undefined {
  const [, part, character = '-'] = HOUR_NAME.exec(name) ?? [];
  const branch = Math.max(HANGUL.indexOf(character), HANJA.indexOf(character));
  const isRatOnly = part !== undefined;
  if (branch < 0 || (isRatOnly && branch !== 0)) return undefined;
  return { kind: 'doubleHour', branch, isLateRat: part === '야' || part === '夜' };
}

function parseSpan(text: string): BirthTime | undefined {
  const [first = '', second = '', ...rest] = text.replace(/까지|사이/u, '').split(SPAN);
  if (rest.length > 0 || second === '') return undefined;
  const isHalved = [first, second].some((each) => halfOfDayIn(each) !== undefined);
  const spans = readings(first, isHalved).flatMap((from) =>
    readings(second, isHalved).map((until) => ({ kind: 'span' as const, from, until })),
  );
  return spans.toSorted((one, other) => durationMs(one) - durationMs(other))[0];
}

/**
 * The times that one end of a span may be. When only the other end names the half of the day, both halves are possible,
 * and the shorter span is meant: `오후 11시~1시` ends at 1:00, `11 to 1 PM` begins at 11:00.
 */
function readings(text: string, isHalved: boolean): readonly ClockTime[] {
  const time = parseClockTime(text);
  const halves = isHalved && halfOfDayIn(text) === undefined ? ['오전', '오후'] : [];
  const possible = halves.flatMap((half) => parseClockTime(`${half} ${text}`) ?? []);
  return possible.length > 0 ? possible : time ? [time] : [];
}

const durationMs = ({ from, until }: { readonly from: ClockTime; readonly until: ClockTime }): number =>
  (sinceMidnightMs(until) - sinceMidnightMs(from) + DAY_MS) % DAY_MS;

const UNKNOWN = [
  /^[-?:.]*$/u,
  /^(?:태어난|출생|생)?(?:시간|시각|시)?[은는을를이가]?(?:잘)?(?:모름|몰라요?|모릅니다|모르겠(?:음|다|어요|습니다)|미상|불명|알수없음)[.!]?$/u,
  /^(?:(?:birth)?time)?(?:unknown|unsure|notsure|notknown|(?:i)?don['’]tknow|none|null|undefined|nan|n\/?a)$/u,
  /^(?:unknown(?:birth)?time|不明|不詳|不详|未知|未詳)$/u,
];

/** Whether a text is one of the values that forms and people send for an unknown time. */
export function isUnknownTime(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
  return UNKNOWN.some((pattern) => pattern.test(plain));
}

/** Formats a time as `09:05`, `09:00–11:00` or `축시` / `the hour of Chuk (丑)`. */
export function formatBirthTime(given: BirthTime, locale: Locale): string {
  if (given.kind === 'clock') return formatClockTime(given.time);
  if (given.kind === 'span') return `${formatClockTime(given.from)}–${formatClockTime(given.until)}`;
  const hanja = HANJA[given.branch] ?? '';
  if (locale === 'ko') return `${given.isLateRat ? '야' : ''}${HANGUL[given.branch] ?? ''}시`;
  return given.isLateRat ? `late ${hanja} hour` : `${hanja} hour`;
}
