import { z } from 'zod';
import { commonInput } from '../reading-input.js';
import { clientDocuments } from '../client-documents.js';
import { NEEDS_CHART_OR_DATE, birthOrChartInput, hasChartOrDate } from './chart-source.js';
import { THEMES } from './theme.js';

const shape = z.strictObject({
  question: z
    .string()
    .max(4_000, 'must have at most 4 000 characters')
    .nullish()
    .describe('What the person wants to know'),
  theme: z.enum(THEMES).default('chat'),
  ...birthOrChartInput,
  documents: clientDocuments,
  ...commonInput,
});

export const destinyInput = shape.refine(hasChartOrDate, NEEDS_CHART_OR_DATE);

export type DestinyInput = z.infer<typeof shape>;
