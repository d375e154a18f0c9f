/** A time of day as shown by a local clock; hour 0–23. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const PLAIN = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u;
const COMPACT = /^(\d{2})(\d{2})$/u;
const KOREAN = /^(\d{1,2}) ?시 ?(?:(\d{1,2}) ?분 ?(?:(\d{1,2}) ?초)?|(반))?$/u;
const HOUR_ONLY = /^(\d{1,2})$/u;

/**
 * Converters from the hour of a twelve-hour dial to the hour of the day, by the word next to it. Undefined where the
 * word contradicts the hour or leaves the day open (밤 12시 may be the night before or after).
 */
const HALVES: readonly (readonly [RegExp, (hour: number) => number | undefined])[] = [
  [/오전|아침|새벽|\ba\.?m\.?/u, (hour) => (hour <= 12 ? hour % 12 : undefined)],
  [/오후|저녁|\bp\.?m\.?/u, (hour) => (hour <= 12 ? (hour % 12) + 12 : undefined)],
  [/낮/u, (hour) => ({ 11: 11, 12: 12, 1: 13, 2: 14, 3: 15, 4: 16, 5: 17 })[hour]],
  [/밤/u, (hour) => (hour >= 6 && hour <= 11 ? hour + 12 : undefined)],
];

const WORDS: Readonly<Record<string, ClockTime>> = {
  정오: { hour: 12, minute: 0, second: 0 },
  noon: { hour: 12, minute: 0, second: 0 },
};

/**
 * Reads `9:05`, `09:05:30`, `0905`, `9시 5분`, `9시 반`, `오전 9:05`, `오후 3시`, `9:05 PM`, `noon`; undefined for anything
 * else, including 24:00, 12:60 and 13:00 PM.
 */
export function parseClockTime(text: string): ClockTime | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/(\d)([ap])/gu, '$1 $2');
  if (Object.hasOwn(WORDS, plain)) return WORDS[plain];
  const half = HALVES.find(([word]) => word.test(plain));
  if (!half) return checked(PLAIN.exec(plain) ?? COMPACT.exec(plain) ?? KOREAN.exec(plain));
  const bare = plain.replace(half[0], '').trim();
  const time = checked(PLAIN.exec(bare) ?? KOREAN.exec(bare) ?? HOUR_ONLY.exec(bare));
  const hour = time && half[1](time.hour);
  return time && hour !== undefined ? { ...time, hour } : undefined;
}

function checked(match: RegExpExecArray | null): ClockTime | undefined {
  if (!match) return undefined;
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map((digits) => Number(digits ?? 0));
  const time = { hour, minute: match[4] === '반' ? 30 : minute, second };
  return hour < 24 && time.minute < 60 && second < 60 ? time : undefined;
}

/** The word of a text that names the half of the day, such as `오후` in `오후 2시`; undefined without one. */
export const halfOfDayIn = (text: string): string | undefined =>
  HALVES.map(([word]) => word.exec(text.toLowerCase())?.[0]).find(Boolean);

/** Formats a time as `09:05`, or as `09:05:30` when seconds were given. */
export const formatClockTime = ({ hour, minute, second }: ClockTime): string =>
  [hour, minute, ...(second ? [second] : [])].map((part) => String(part).padStart(2, '0')).join(':');

/** Milliseconds since midnight. */
export const sinceMidnightMs = ({ hour, minute, second }: ClockTime): number =>
  ((hour * 60 + minute) * 60 + second) * 1000;
