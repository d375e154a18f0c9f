import { z } from 'zod';
import { destinyInput } from '../destiny/destiny.input.js';

/** Traditions on which an answer may be based. */
export const FOCUSES = ['both', 'saju', 'astrology'] as const;
export type Focus = (typeof FOCUSES)[number];

const turn = z.object({ role: z.enum(['user', 'assistant']), content: z.string().min(1).max(4_000) });

export const askInput = destinyInput.safeExtend({
  question: z
    .string()
    .max(4_000, 'must have at most 4 000 characters')
    .refine((text) => text.trim() !== '', 'must not be empty')
    .describe('What the person wants to know'),
  history: z.array(turn).max(50).optional().describe('What was said before, oldest first'),
  focus: z.enum(FOCUSES).default('both').describe('Answer from both charts, or from one tradition only'),
});

export type AskInput = z.infer<typeof askInput>;
