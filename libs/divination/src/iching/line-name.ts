import type { Locale } from '@app/text';

const PLACES = { ko: '초이삼사오상', hanja: '初二三四五上' } as const;
const KINDS = { ko: ['육', '구'], hanja: ['六', '九'] } as const;
const KOREAN = Array.from(PLACES.ko, (place) => `${place}효`);
const ENGLISH = [
  'the first line',
  'the second line',
  'the third line',
  'the fourth line',
  'the fifth line',
  'the top line',
];

/** Position of a line, counted from 1 at the bottom: 초효, 이효, …, 상효; the first line, … Empty for other numbers. */
export const linePosition = (line: number, locale: Locale): string =>
  (locale === 'ko' ? KOREAN : ENGLISH)[line - 1] ?? '';

/**
 * Name of a line: 초구, 육이, 상육 or the Chinese equivalent; in English, the position only. Names of the first and the top
 * line begin with the position, the others with the kind (九 or 六).
 */
export function lineName(line: number, isYang: boolean, script: Locale | 'hanja'): string {
  if (script === 'en') return linePosition(line, script);
  const [place, kind] = [PLACES[script].charAt(line - 1), KINDS[script][isYang ? 1 : 0]];
  return line === 1 || line === 6 ? place + kind : kind + place;
}
