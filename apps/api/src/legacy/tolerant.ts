import { z } from 'zod';

/** Shapes as front ends of any age send them: `null` for nothing, numbers as text, one word where a list was meant. */

const nothing = (value: unknown): unknown => (value === null || value === '' ? undefined : value);

/** Text, or a number as text; blank counts as absent. Refused above `limit`: a user's words are never cut. */
export const text = (limit: number) =>
  z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : blankAsNothing(value)),
    z.string().max(limit, `must have at most ${limit} characters`).optional(),
  );

const blankAsNothing = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : nothing(value);

const LONGEST_WORD = 100;
const MOST_WORDS = 50;

/** A list of words; one word and a comma-separated text are lists too. What is no word, or a whole text, is passed over. */
export const words = z.preprocess((value) => {
  if (value === null || value === undefined) return undefined;
  const list: unknown = typeof value === 'string' ? value.split(',') : value;
  return Array.isArray(list) ? list.flatMap(asWord).slice(0, MOST_WORDS) : list;
}, z.array(z.string()).optional());

function asWord(value: unknown): readonly string[] {
  const label: unknown = typeof value === 'object' && value !== null ? labelOf(value) : value;
  if (typeof label !== 'string' && typeof label !== 'number') return [];
  const word = String(label).trim();
  return word === '' ? [] : [word.slice(0, LONGEST_WORD)];
}

/** Some lists hold objects: `{"name": "뱀", …}`. */
function labelOf(value: object): unknown {
  const { name, label, title, symbol, text: words } = value as Record<string, unknown>;
  return name ?? label ?? title ?? symbol ?? words;
}

/** A whole number, also as text. */
export const wholeNumber = z.preprocess(
  (value) => (typeof value === 'string' && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : nothing(value)),
  z.number().int().optional(),
);

/** `ko`, `ko-KR`, `한국어` are Korean, and so is no word at all; every other language is answered in English. */
export const locale = z.preprocess(
  (value) => {
    if (typeof value !== 'string' || value.trim() === '') return 'ko';
    return /^(ko|kr|한국)/i.test(value.trim()) ? 'ko' : 'en';
  },
  z.enum(['ko', 'en']),
);

/** An object, or nothing; anything else is nothing too. */
export const loose = z.preprocess(
  (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}),
  z.record(z.string(), z.unknown()),
);

/** Truth in the ways it is written. */
export const flag = z.preprocess((value) => value === true || value === 1 || value === 'true', z.boolean());
