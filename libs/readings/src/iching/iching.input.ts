import { z } from 'zod';
import { commonInput } from '../reading-input.js';
import { clientDocuments } from '../client-documents.js';
import { LINE_VALUES } from '@app/divination';

export const ichingInput = z.object({
  question: z.string().max(4_000, 'must have at most 4 000 characters').optional().describe('What the cast is about'),
  lines: z
    .array(z.literal(LINE_VALUES, 'must be 6, 7, 8 or 9'))
    .length(6, 'must have six lines')
    .optional()
    .describe('Lines already cast, from the bottom: 6 old yin, 7 young yang, 8 young yin, 9 old yang'),
  resulting: z
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('Number of the resulting hexagram as another program gave it; derived from the lines when absent'),
  lineTexts: z
    .array(z.object({ line: z.int().min(1).max(6), text: z.string().min(1).max(4_000) }))
    .max(6)
    .optional()
    .describe('Texts of the changing lines that the person has been given'),
  method: z.enum(['coins', 'yarrow']).default('coins').describe('How the lines are cast when none are given'),
  documents: clientDocuments,
  ...commonInput,
});

export type IchingInput = z.infer<typeof ichingInput>;
