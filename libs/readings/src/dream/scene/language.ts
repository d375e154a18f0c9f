import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@app/config';
import { z } from 'zod';

const phrases = z.array(z.string().min(1));
const recordIds = z.array(z.string().regex(/^dream:[a-z-]+$/)).default([]);
const emotionIds = z.array(z.string().regex(/^emotion:[a-z-]+$/)).default([]);
const side = z.enum(['before', 'after']);

/**
 * `knowledge/language/<locale>.json`: how a language says that something was not there, only a comparison, a name, an idiom
 * or part of waking life. Phrases are patterns of `PhraseMatcher`.
 */
export const languageSchema = z.strictObject({
  classes: z.record(z.string(), phrases),
  /** Stand for their `symbols` and `emotions`, never for the words they are made of. */
  idioms: z.array(z.strictObject({ phrases, symbols: recordIds, emotions: emotionIds })),
  /** Cancel the denials and comparisons inside them: "not only". */
  literal: phrases,
  /** What stands before or after them is compared with, not there. */
  comparisons: z.array(z.strictObject({ phrases, side })),
  denials: z.array(
    z.strictObject({
      phrases,
      /** `next`: only the very next word; `antecedent`: what "one" or "it" in the phrase stands for. */
      side: z.enum(['before', 'after', 'next', 'antecedent']),
      /**
       * `thing`: a noun; `identity`: a noun, and what it was taken for before; `action`: the verb or feeling itself; `clause`:
       * the verb before the phrase, or its subject.
       */
      denies: z.enum(['thing', 'identity', 'action', 'clause']),
      polarity: z.enum(['denied', 'uncertain']).default('denied'),
    }),
  ),
  /**
   * `sentence`: all of it; `aside`: all of it, unless the dream is being told, because the phrase may belong to the dream too;
   * `onward`: until the dream is spoken of again. `begins`: what comes before it is not yet the dream.
   */
  frames: z.array(
    z.strictObject({
      phrases,
      frame: z.enum(['waking', 'dreamt']),
      extent: z.enum(['sentence', 'aside', 'onward']),
      begins: z.boolean().default(false),
    }),
  ),
  /** Another person's dream. */
  reported: phrases,
  /** The words that are not context are a name. */
  names: phrases,
  /** The person or pet in them is in the dream, though it is said in waking life. */
  introductions: phrases,
  /** The relative in them is dead. */
  departed: phrases,
  feelings: z.array(z.strictObject({ emotion: z.string().regex(/^emotion:[a-z-]+$/), phrases })),
});

export type Language = z.infer<typeof languageSchema>;

/** @throws ConfigurationError when a file is missing or malformed */
export function readLanguages(knowledgeDir: string): readonly Language[] {
  return ['ko', 'en'].map((locale) => {
    const file = join('language', `${locale}.json`);
    try {
      return languageSchema.parse(JSON.parse(readFileSync(join(knowledgeDir, file), 'utf8')));
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'it cannot be read';
      throw new ConfigurationError([`KNOWLEDGE_DIR: ${file} cannot be used: ${reason}`]);
    }
  });
}
