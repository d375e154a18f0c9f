import { LOCALES } from '@app/text';
import { z } from 'zod';

/** Schemas for bodies of older front ends: `null` for absent values, numbers as text, a single word for a list. */

const nullAsAbsent = (value: unknown): unknown => (value === null || value === '' ? undefined : value);

const blankAsAbsent = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : nullAsAbsent(value);

/**
 * Text, or a number converted to text; blank text is absent. Text above `limit` is rejected, because the user's words
 * must not be cut.
 */
export const text = (limit: number) =>
  z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : blankAsAbsent(value)),
    z.string().max(limit, `must have at most ${limit} characters`).optional(),
  );

const MAX_WORD_LENGTH = 100;
const MAX_WORDS = 50;

/** A list of words; also accepts a single word and comma-separated text. Skips items that are not words. */
export const words = z.preprocess((value) => {
  if (value === null || value === undefined) return undefined;
  const list: unknown = typeof value === 'string' ? value.split(',') : value;
  return Array.isArray(list) ? list.flatMap(toWord).slice(0, MAX_WORDS) : list;
}, z.array(z.string()).optional());

function toWord(value: unknown): readonly string[] {
  const label: unknown = typeof value === 'object' && value !== null ? labelOf(value) : value;
  if (typeof label !== 'string' && typeof label !== 'number') return [];
  const word = String(label).trim();
  return word === '' ? [] : [word.slice(0, MAX_WORD_LENGTH)];
}

/** Some lists hold objects: `{"name": "뱀", …}`. */
function labelOf(value: object): unknown {
  const { name, label, title, symbol, text: content } = value as Record<string, unknown>;
  return name ?? label ?? title ?? symbol ?? content;
}

/** A whole number, also accepted as text. */
export const wholeNumber = z.preprocess(
  (value) => (typeof value === 'string' && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : nullAsAbsent(value)),
  z.number().int().optional(),
);

/** `ko`, `ko-KR`, `한국어` and an absent locale are Korean; every other language is answered in English. */
export const locale = z.preprocess((value) => {
  if (typeof value !== 'string' || value.trim() === '') return 'ko';
  return /^(ko|kr|한국)/i.test(value.trim()) ? 'ko' : 'en';
}, z.enum(LOCALES));

/** An object; any other value becomes an empty object. */
export const looseObject = z.preprocess(
  (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}),
  z.record(z.string(), z.unknown()),
);

/** A boolean; `1` and `"true"` are also true. Absent when not given, because the value may be elsewhere in the body. */
export const flag = z.preprocess((value) => {
  const given = blankAsAbsent(value);
  return given === undefined ? undefined : given === true || given === 1 || given === 'true';
}, z.boolean().optional());

/** A tarot card, as an object or a name. Front ends spell its orientation in two ways. */
export const card = (maxPositionLength: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? { name: value } : value),
    z
      .object({
        name: text(100),
        position: text(maxPositionLength),
        is_reversed: flag,
        isReversed: flag,
        meaning: z.unknown().optional(),
      })
      .transform(({ is_reversed, isReversed, ...rest }) => ({
        ...rest,
        reversed: is_reversed || (isReversed ?? is_reversed),
      })),
  );
