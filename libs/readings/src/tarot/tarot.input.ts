import {
  CELTIC_CROSS_ORDERS,
  DECK_NAMES,
  type LaidCard,
  ORIENTATIONS,
  SPREAD_IDS,
  isReversed,
  splitOrientation,
} from '@app/divination';
import { z } from 'zod';
import { clientDocuments } from '../client-documents.js';
import { commonInput } from '../reading-input.js';

const cardText = z.string().min(1).max(100);

const cardFields = z.strictObject({
  id: cardText.optional().describe('`the-fool`, `tarot:ace-of-cups`, `ar01`, `cups01`'),
  name: cardText.optional().describe('Name in Korean or English, or of the deck, when there is no id'),
  reversed: z.boolean().nullish().describe('Upright when absent'),
  isReversed: z.boolean().nullish().describe('The same as `reversed`'),
  is_reversed: z.boolean().nullish().describe('The same as `reversed`'),
  orientation: z.enum(ORIENTATIONS).nullish().describe('The same as `reversed`, in words'),
  position: z
    .union([z.number().int(), z.string().max(100)])
    .optional()
    .describe('Number from 1 or name of the position; the place in the list when absent'),
});

/** All orientations that a card's fields and name state. */
function orientationsOf({ name = '', ...fields }: z.infer<typeof cardFields>): ReadonlySet<boolean> {
  const { reversed, isReversed: camel, is_reversed: snake, orientation } = fields;
  const said = [reversed, camel, snake, orientation && isReversed(orientation), splitOrientation(name).reversed];
  return new Set(said.filter((value) => typeof value === 'boolean'));
}

const laidCard = z
  .union([cardText.transform((name) => ({ name })), cardFields])
  .refine((card) => orientationsOf(card).size < 2, 'says both upright and reversed')
  .refine(({ name, ...card }) => name !== undefined || 'id' in card, 'needs an id or a name')
  .transform((card: z.infer<typeof cardFields>): LaidCard => {
    const [reversed = false] = orientationsOf(card);
    const { id, name, position } = card;
    return { id, name: name && splitOrientation(name).name, reversed, position };
  });

/** Size of the deck; the plan checks the number of positions. */
const MAX_CARDS = 78;

export const tarotInput = z.strictObject({
  question: z.string().max(4_000, 'must have at most 4 000 characters').optional().describe('What the cards are asked'),
  spread: z
    .enum(SPREAD_IDS)
    .optional()
    .meta({ default: 'three' })
    .describe('When absent, one given card is laid as `one`, and two or more than three given cards have no positions'),
  positions: z
    .array(cardText)
    .min(1)
    .max(MAX_CARDS)
    .optional()
    .describe('Names of the positions of a spread of your own, instead of `spread`'),
  celticCrossOrder: z
    .enum(CELTIC_CROSS_ORDERS)
    .default('modern')
    .describe('Order of laying: base, past, crown, future; or crown, base, past, future as in Waite'),
  deck: z
    .enum(DECK_NAMES)
    .default('waite')
    .describe('Whose names the cards have; the facts add the name of another deck'),
  reversals: z.boolean().default(true).describe('Whether drawn cards may be reversed'),
  significator: cardText.optional().describe('Id or name of a card that stands for the asker; it is not drawn'),
  cards: z
    .array(laidCard)
    .max(MAX_CARDS)
    .optional()
    .describe('Cards as they lie, in the order of the spread; drawn when absent'),
  documents: clientDocuments,
  ...commonInput,
});

export type TarotInput = z.infer<typeof tarotInput>;
