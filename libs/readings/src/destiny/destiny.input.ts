import { z } from 'zod';
import { commonInput } from '../reading-input.js';
import { clientDocuments } from '../client-documents.js';
import { birthInput, flatBirthInput, isTimezone } from '@app/divination';
import { THEMES } from './theme.js';

const chart = z.record(z.string(), z.unknown()).nullish();

/** Front ends send empty objects for missing charts. */
export const isGiven = (value: Readonly<Record<string, unknown>> | null | undefined): boolean =>
  value !== null && value !== undefined && Object.keys(value).length > 0;

const DATE_NAMES = ['date', 'birthDate', 'birth_date', 'birthdate'] as const;

const shape = z.strictObject({
  question: z
    .string()
    .max(4_000, 'must have at most 4 000 characters')
    .nullish()
    .describe('What the person wants to know'),
  theme: z.enum(THEMES).default('chat'),
  birth: birthInput
    .nullish()
    .describe('Date, time and place of birth; the same fields may stand beside it as birthDate …'),
  ...flatBirthInput,
  saju: chart.describe('Pillars the client has computed, used as they are'),
  astro: chart.describe('A birth chart the client has computed, used as it is'),
  readerTimezone: z
    .string()
    .max(64)
    .refine(isTimezone, 'must be an IANA name such as Asia/Seoul')
    .nullish()
    .describe(
      'Where the reader is now; decides the date of the facts. Asia/Seoul for Korean, UTC for English when absent',
    ),
  documents: clientDocuments,
  ...commonInput,
});

export const destinyInput = shape.refine(
  ({ birth, saju, astro, ...flat }) =>
    isGiven(saju) || isGiven(astro) || DATE_NAMES.some((name) => birth?.[name] || (name !== 'date' && flat[name])),
  { path: ['birth', 'date'], message: 'is needed unless a chart is given' },
);

export type DestinyInput = z.infer<typeof shape>;
