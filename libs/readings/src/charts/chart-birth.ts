import {
  type Birth,
  type NestedBirth,
  type Notes,
  ReadingInputError,
  birthFacts,
  birthFields,
  birthInput,
  joinNotes,
  noteFacts,
  readBirth,
} from '@app/divination';
import { type Locale, LOCALES } from '@app/text';
import { hasChartOrDate } from '../destiny/chart-source.js';
import { z } from 'zod';

export const locale = z.enum(LOCALES).default('ko').describe('Language of the names');

/** Birth fields at the top level of a body or query. */
export const birthShape = birthInput.extend({ locale });

export const needsDate = (birth: NestedBirth): boolean => hasChartOrDate({ birth });
export const NEEDS_DATE = { path: ['date'], message: 'is needed' };

/**
 * Parses the birth data.
 * @throws ReadingInputError that names the field as in the request, without the `birth.` prefix
 */
export function birthOf(input: NestedBirth, language: Locale): Birth {
  try {
    const fields = birthFields({ birth: input });
    if (fields) return readBirth(fields, language);
  } catch (error) {
    if (!(error instanceof ReadingInputError)) throw error;
    throw error.at(bare(error.field));
  }
  throw new ReadingInputError('date', { ko: '꼭 필요합니다.', en: 'is needed' });
}

const bare = (field: string): string => field.replace(/^birth\./u, '');

/** The birth data used, the parts that could not be computed, and the assumptions. */
export function birthNotes(birth: Birth, notes: Notes, language: Locale) {
  const { leftOut, assumed } = joinNotes(birth.notes, notes);
  const named = (list: typeof leftOut) =>
    noteFacts(
      list.map((note) => ({ ...note, field: bare(note.field) })),
      language,
    );
  return { birth: birthFacts(birth, language), leftOut: named(leftOut), assumed: named(assumed) };
}
