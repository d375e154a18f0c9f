import { z } from 'zod';
import { cleanLine } from '../language/clean-text.js';
import type { Locale } from '@app/text';

/** Lenient parsing: older clients may send malformed facts, which count as absent. */
const localized = z.union([z.string(), z.number().transform(String), z.record(z.string(), z.unknown())]);

/** A name given as text, a number or `{ko, en}`, cleaned; empty when absent. */
export function nameOf(value: unknown, locale: Locale): string {
  const { data } = localized.safeParse(value);
  if (data === undefined) return '';
  const text = typeof data === 'string' ? data : (data[locale] ?? data['ko'] ?? data['en'] ?? data['name']);
  return typeof text === 'string' ? cleanLine(text).slice(0, 60) : '';
}

const record = z.record(z.string(), z.unknown()).catch({});
const list = z.array(z.unknown()).catch([]);

export const asRecord = (value: unknown): Readonly<Record<string, unknown>> => record.parse(value);
export const asList = (value: unknown): readonly unknown[] => list.parse(value);
export const asNumber = (value: unknown): number | undefined => z.coerce.number().int().safeParse(value).data;
