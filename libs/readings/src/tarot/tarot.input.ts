import { z } from 'zod';
import { commonInput } from '../reading-input.js';
import { clientDocuments } from '../client-documents.js';
import { SPREAD_IDS } from '@app/divination';

const laidCard = z
  .object({
    id: z.string().min(1).max(100).optional().describe('`the-fool`, `tarot:ace-of-cups`'),
    name: z.string().min(1).max(100).optional().describe('Name in Korean or English, when there is no id'),
    reversed: z.boolean().default(false),
  })
  .refine(({ id, name }) => id !== undefined || name !== undefined, 'needs an id or a name');

/** Size of the deck; the plan checks the number of positions. */
const MAX_CARDS = 78;

export const tarotInput = z.object({
  question: z.string().max(4_000, 'must have at most 4 000 characters').optional().describe('What the cards are asked'),
  spread: z.enum(SPREAD_IDS).default('three'),
  cards: z
    .array(laidCard)
    .max(MAX_CARDS)
    .optional()
    .describe('Cards as they lie, in the order of the spread; drawn when absent'),
  documents: clientDocuments,
  ...commonInput,
});

export type TarotInput = z.infer<typeof tarotInput>;
