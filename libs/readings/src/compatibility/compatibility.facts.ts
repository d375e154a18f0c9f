import { z } from 'zod';

const named = z.looseObject({ id: z.string(), name: z.string() });
const tone = z.enum(['harmony', 'tension']);
const note = z.looseObject({ field: z.string(), reason: z.string() });

/** Both charts in brief and their relations; empty when help lines are shown instead of a reading. */
export const shownCompatibilityFacts = z.looseObject({
  relationship: z.string().optional(),
  people: z.array(named).length(2).optional(),
  pair: z
    .looseObject({
      dayMasters: z.looseObject({ first: z.string(), second: z.string(), flow: z.string() }),
      relations: z.array(
        named.extend({
          tone,
          first: z.string(),
          second: z.string(),
          characters: z.string().describe('First, then second'),
        }),
      ),
      elementGifts: z.array(z.looseObject({ element: z.string(), to: z.enum(['first', 'second']), count: z.int() })),
    })
    .optional(),
  synastry: z
    .looseObject({
      aspects: z.array(z.looseObject({ first: named, second: named, aspect: named, orb: z.number(), tone })),
    })
    .optional(),
  leftOut: z.array(note).optional(),
  assumed: z.array(note).optional(),
});
