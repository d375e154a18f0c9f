import { SPREAD_IDS } from '@app/divination';
import { z } from 'zod';

/** The drawn cards; empty when help lines are shown instead of a reading. */
export const shownTarotFacts = z.looseObject({
  spread: z.looseObject({ id: z.enum(SPREAD_IDS), name: z.string() }).optional(),
  cards: z
    .array(
      z.looseObject({
        position: z.string().optional(),
        positionId: z.string().optional().describe('Absent for positions that the client names'),
        id: z.string(),
        name: z.string(),
        reversed: z.boolean(),
      }),
    )
    .optional(),
});
