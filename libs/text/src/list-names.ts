import { withJosa } from './josa.js';
import type { Locale } from './locale.js';

/** Joins names into a list: 뱀과 집, 그리고 친구 · the snake, the house and the friend. Empty for no names. */
export function listNames(names: readonly string[], locale: Locale): string {
  const [first = '', second = ''] = names;
  const last = names.at(-1) ?? '';
  if (names.length < 2) return first;
  if (locale === 'en') return `${names.slice(0, -1).join(', ')} and ${last}`;
  if (names.length === 2) return `${withJosa(first, '과/와')} ${second}`;
  if (names.length === 3) return `${withJosa(first, '과/와')} ${second}, 그리고 ${last}`;
  return `${names.slice(0, -1).join(', ')}, 그리고 ${last}`;
}

/** The text with its first letter in upper case. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
