import { z } from 'zod';
import type { Cue, WordSense, WordSenses } from './word-sense.js';

// Alternatives in regular expression syntax. `{number}` stands for any member of the class `number`.
const alternatives = z.array(z.string()).min(1);

const cue = z.strictObject({
  /** Matches when the text before the word ends with one of these. */
  before: alternatives.optional(),
  /** Matches when the rest of the word after the name is one of these; "" matches an empty rest. */
  rest: alternatives.optional(),
  /** Matches when the text after the word begins with one of these. */
  after: alternatives.optional(),
});
const cues = z.array(cue).min(1);

/**
 * Schema of `language/<locale>-word-senses.json`: names of records that also have other meanings, and the contexts that
 * distinguish them.
 */
const wordSensesSchema = z.strictObject({
  classes: z.record(z.string().regex(/^[a-z-]+$/), alternatives),
  words: z.array(
    z.strictObject({
      names: z.array(z.string().min(1)).min(1),
      note: z.string().min(1).optional(),
      /** See `WordSense`. */
      never: cues.optional(),
      only: cues.optional(),
      senses: z.record(z.string().regex(/^[a-z]+:[a-z0-9.-]+$/), cues).optional(),
    }),
  ),
});

type Classes = z.infer<typeof wordSensesSchema>['classes'];

/**
 * @throws Error when the JSON does not match the schema, a pattern is malformed, a class is missing or a name occurs
 * twice.
 */
export function parseWordSenses(json: unknown): WordSenses {
  const { classes, words } = wordSensesSchema.parse(json);
  const senses = new Map<string, WordSense>();
  for (const { names, never, only, senses: byNode } of words) {
    const all = (given: z.infer<typeof cues>) => given.map((item) => compileCue(item, classes));
    const sense: WordSense = {
      ...(never && { never: all(never) }),
      ...(only && { only: all(only) }),
      ...(byNode && { senses: Object.fromEntries(Object.entries(byNode).map(([id, given]) => [id, all(given)])) }),
    };
    for (const name of names) {
      if (senses.has(name)) throw new Error(`the name ${name} occurs twice`);
      senses.set(name, sense);
    }
  }
  return senses;
}

function compileCue({ before, rest, after }: z.infer<typeof cue>, classes: Classes): Cue {
  const one = (patterns: readonly string[]) => oneOf(patterns, classes);
  return {
    ...(before && { before: new RegExp(`${one(before)}$`) }),
    ...(rest && { rest: new RegExp(`^${one(rest)}$`) }),
    ...(after && { after: new RegExp(`^${one(after)}`) }),
  };
}

const oneOf = (patterns: readonly string[], classes: Classes): string =>
  `(?:${patterns.map((pattern) => withClasses(pattern, classes)).join('|')})`;

const withClasses = (pattern: string, classes: Classes): string =>
  pattern.replaceAll(/\{([a-z-]+)\}/g, (_, name: string) => {
    const members = classes[name];
    if (!members) throw new Error(`there is no class ${name}`);
    return `(?:${members.join('|')})`;
  });
