import { z } from 'zod';
import { commonInput } from '../reading-input.js';
import { clientDocuments } from '../client-documents.js';
import { birthInput, flatBirthInput } from '@app/divination';
import { readerTimezone } from '../reader-timezone.js';
import { chartInput, hasChartOrDate } from './chart-source.js';
import { THEMES } from './theme.js';

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
  ...chartInput,
  readerTimezone,
  documents: clientDocuments,
  ...commonInput,
});

export const destinyInput = shape.refine(hasChartOrDate, {
  path: ['birth', 'date'],
  message: 'is needed unless a chart is given',
});

export type DestinyInput = z.infer<typeof shape>;
