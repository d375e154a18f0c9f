import { z } from 'zod';

const recognised = z.looseObject({
  id: z.string(),
  title: z.string().describe('In the language of the reading'),
  span: z
    .object({ start: z.int(), end: z.int() })
    .optional()
    .describe('Range of the text in NFC; absent for what the dreamer picked'),
  polarity: z.enum(['affirmed', 'denied', 'uncertain']),
  frame: z.string().describe('`dreamt`, `waking` or `figurative`'),
  confidence: z.number().min(0).max(1),
});

const link = z.object({
  from: z.string().describe('Id of a symbol, emotion or theme'),
  to: z.string(),
  weight: z.number().min(0).max(1),
  via: z
    .object({ id: z.string(), title: z.string() })
    .optional()
    .describe('Idea that connects both; absent when the graph links them directly'),
});

/** What was recognised in the text; empty when help lines are shown instead of a reading. */
export const shownDreamFacts = z.looseObject({
  symbols: z.array(recognised).optional(),
  emotions: z.array(recognised).optional(),
  themes: z.array(z.looseObject({ id: z.string(), title: z.string() })).optional(),
  links: z.array(link).optional().describe('How the knowledge graph connects them, strongest first'),
});
