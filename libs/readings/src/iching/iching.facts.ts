import { z } from 'zod';

/** Received text, and the words in it that pronounce a judgement. */
const text = z.looseObject({ text: z.string(), omens: z.array(z.string()) });

const trigram = z.enum(['heaven', 'lake', 'fire', 'thunder', 'wind', 'water', 'mountain', 'earth']);

const hexagram = z.looseObject({
  id: z.string(),
  number: z.int().min(1).max(64),
  name: z.string(),
  symbol: z.string(),
  judgement: text.optional().describe('Of the primary and the resulting hexagram'),
  lower: z.string(),
  lowerId: trigram,
  upper: z.string(),
  upperId: trigram,
});

/** The cast; empty when help lines are shown instead of a reading. */
export const shownIchingFacts = z.looseObject({
  method: z.string().optional(),
  lines: z.array(z.int().min(6).max(9)).length(6).optional().describe('From the bottom: 6 and 9 change'),
  primary: hexagram.optional(),
  changing: z.array(z.int().min(1).max(6)).optional(),
  changingLines: z.array(text.extend({ line: z.int(), name: z.string() })).optional(),
  resulting: hexagram.nullish().describe('Null when no line changes'),
  nuclear: hexagram.optional(),
  inverse: hexagram.optional(),
  opposite: hexagram.optional(),
});
