import { birthInput } from '@app/divination';
import { z } from 'zod';
import { clientDocuments } from '../client-documents.js';
import { chartInput, hasChartOrDate } from '../destiny/chart-source.js';
import { commonInput } from '../reading-input.js';

export const RELATIONSHIPS = ['couple', 'family', 'friends', 'work'] as const;

const person = birthInput
  .extend({
    name: z
      .string()
      .max(20)
      .regex(/^\p{L}[\p{L}\p{M} .’'-]*$/u, 'must be a name')
      .optional()
      .describe('How the text calls this person'),
    ...chartInput,
  })
  .refine((birth) => hasChartOrDate({ birth, saju: birth.saju, astro: birth.astro }), {
    path: ['date'],
    message: 'is needed unless a chart is given',
  });

export type Person = z.infer<typeof person>;

export const compatibilityInput = z.strictObject({
  question: z
    .string()
    .max(4_000, 'must have at most 4 000 characters')
    .nullish()
    .describe('What they want to know about the two'),
  relationship: z
    .enum(RELATIONSHIPS)
    .optional()
    .describe('What the two are to each other; taken from the question when absent, else a couple'),
  first: person.describe('Birth data or charts of one person'),
  second: person.describe('The same of the other'),
  documents: clientDocuments,
  ...commonInput,
});

export type CompatibilityInput = z.infer<typeof compatibilityInput>;
