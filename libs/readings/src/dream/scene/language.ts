import { LOCALES } from '@app/text';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@app/config';
import { z } from 'zod';

const phrases = z.array(z.string().min(1));
const recordIds = z.array(z.string().regex(/^dream:[a-z-]+$/)).default([]);
const emotionIds = z.array(z.string().regex(/^emotion:[a-z-]+$/)).default([]);
const side = z.enum(['before', 'after', 'clause']);

/**
 * Schema of `knowledge/language/<locale>.json`: the phrases by which a language states that something was absent, or is
 * only a comparison, a name, an idiom or part of waking life. Phrases are patterns of `PhraseMatcher`.
 */
export const languageSchema = z.strictObject({
  /** Words by class, for phrases (`<kin>`) and for the grammar around a mention (`Lexicon.isA`). */
  classes: z.record(z.string(), phrases),
  /** Names that only suggest their record: a part, a tool, a related thing or an ambiguous word. */
  hints: z.record(z.string().regex(/^dream:[a-z-]+$/), phrases),
  /** Idioms are replaced by their `symbols` and `emotions`; their words are not taken literally. */
  idioms: z.array(z.strictObject({ phrases, symbols: recordIds, emotions: emotionIds })),
  /** Phrases such as "not only", which cancel the denials and comparisons inside them. */
  literal: phrases,
  /** What precedes or follows these phrases (`side`) is only a comparison, not present in the dream. */
  comparisons: z.array(z.strictObject({ phrases, side })),
  denials: z.array(
    z.strictObject({
      phrases,
      /** `inside`: the things in the phrase itself; `next`: only the next word; `antecedent`: the thing that "one" or "it" in the phrase refers to. */
      side: z.enum(['before', 'after', 'inside', 'next', 'antecedent']),
      /**
       * `thing`: a noun; `place`: a Korean noun that is a place or a destination; `identity`: a noun that something was mistaken for, with its earlier mentions; `action`: the
       * verb or feeling itself; `clause`: the verb before the phrase, or its subject.
       */
      denies: z.enum(['thing', 'place', 'identity', 'action', 'clause']),
      polarity: z.enum(['denied', 'uncertain']).default('denied'),
    }),
  ),
  /**
   * `sentence`: the whole sentence; `aside`: the whole sentence, unless the text is telling the dream, to which the
   * phrase may then belong; `onward`: the text until the dream is mentioned again; `preface`: the text up to the end of
   * the phrase, if only later text mentions a dream. `begins`: the text before the phrase
   * is not part of the dream.
   */
  frames: z.array(
    z.strictObject({
      phrases,
      frame: z.enum(['waking', 'dreamt']),
      extent: z.enum(['sentence', 'aside', 'onward', 'preface']),
      begins: z.boolean().default(false),
    }),
  ),
  /** Phrases that introduce another person's dream. */
  reported: phrases,
  /** The words of these phrases that are not context are a name. */
  names: phrases,
  /** Persons and pets in these phrases are in the dream, although the sentence is about waking life. */
  introductions: phrases,
  /** Relatives in these phrases are dead. */
  departed: phrases,
  feelings: z.array(z.strictObject({ emotion: z.string().regex(/^emotion:[a-z-]+$/), phrases })),
});

export type Language = z.infer<typeof languageSchema>;

/** @throws ConfigurationError when a file is missing or malformed */
export function readLanguages(knowledgeDir: string): readonly Language[] {
  return LOCALES.map((locale) => {
    const file = join('language', `${locale}.json`);
    try {
      return languageSchema.parse(JSON.parse(readFileSync(join(knowledgeDir, file), 'utf8')));
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'it cannot be read';
      throw new ConfigurationError([`KNOWLEDGE_DIR: ${file} cannot be used: ${reason}`]);
    }
  });
}
