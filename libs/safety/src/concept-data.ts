import { z } from 'zod';
import { CARE_TOPICS } from './care-data.js';

const patterns = z.object({ ko: z.array(z.string().min(1)), en: z.array(z.string().min(1)) });

const statements = z.object({ always: patterns, waking: patterns, urgent: patterns });

/**
 * Schema of `safety/concepts.json` in the built-in knowledge files; the `matching` block of the file documents its
 * format.
 */
export const conceptData = z.object({
  date: z.iso.date(),
  version: z.string(),
  /** Classes of words by name, as regular expressions. */
  concepts: z.record(z.string().regex(/^[a-z]+$/), patterns),
  negation: z.object({ before: patterns, after: patterns }),
  /** Idioms whose words have no literal meaning. */
  idioms: patterns,
  /** Marks of sentences about fiction, games or study. */
  distant: patterns,
  /** Marks of sentences about a past that is over, or that deny a wish to die. */
  resolved: patterns,
  /** Marks of sentences about stories, work or sport; they count unless the sentence holds one of `own`. */
  fictional: patterns,
  own: patterns,
  /** Spellings to replace, and words whose misspellings by one letter are corrected. */
  spelling: z.object({
    replace: z.object({
      ko: z.array(z.tuple([z.string(), z.string()])),
      en: z.array(z.tuple([z.string(), z.string()])),
    }),
    words: patterns,
    not: z.array(z.string()),
  }),
  crisis: statements,
  topics: z.record(z.enum(CARE_TOPICS), statements),
});

export type ConceptData = z.infer<typeof conceptData>;
export type Statements = z.infer<typeof statements>;
