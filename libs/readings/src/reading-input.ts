import { z } from 'zod';
import { type Locale, LOCALES } from '@app/text';

/** Input fields common to every kind. */
export const commonInput = {
  locale: z.enum(LOCALES).default('ko'),
  persona: z.string().min(1).max(64).optional().describe('Counsellor whose voice and rules are used'),
  collections: z
    .array(z.string().min(1).max(64))
    .max(32)
    .optional()
    .describe('Own documents to read from; all when absent'),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().describe('Makes draws and casts repeatable'),
};

export interface CommonInput {
  readonly locale: Locale;
  readonly persona?: string | undefined;
  readonly collections?: readonly string[] | undefined;
  readonly seed?: number | undefined;
}
