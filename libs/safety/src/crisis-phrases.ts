import { z } from 'zod';

const bothLanguages = z.object({ ko: z.array(z.string().min(2)), en: z.array(z.string().min(2)) });

const wordsOfBoth = z.object({ ko: z.array(z.string().min(1)), en: z.array(z.string().min(1)) });

/**
 * Schema of `safety/crisis-phrases.json` in the built-in knowledge files; the `matching` block of the file documents
 * its format.
 */
export const crisisPhrases = z.object({
  date: z.iso.date(),
  version: z.string(),
  phrases: bothLanguages,
  patterns: bothLanguages,
  allow: bothLanguages,
  allowPatterns: bothLanguages,
  sentences: z.object({
    words: z.record(z.string(), z.array(z.string().min(1))),
    stems: wordsOfBoth,
    narrated: wordsOfBoth,
    allow: z.object({ en: z.array(z.string().min(2)) }),
    anywhere: bothLanguages,
    outsideDreams: bothLanguages,
  }),
});

export type CrisisPhrases = z.infer<typeof crisisPhrases>;
