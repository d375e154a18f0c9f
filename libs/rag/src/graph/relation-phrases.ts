import { z } from 'zod';

/** Schema of `language/<locale>-relations.json`: phrases that describe the relation between two nodes. */
export const relationPhrasesSchema = z.strictObject({
  /**
   * Qualifiers by id prefix, put before a name that both nodes share: the Moon of the dream, of the cards, of the sky.
   */
  realms: z.record(z.string().regex(/^[a-z]+$/), z.string().min(1)),
  /**
   * Phrases by relation (`evokes`), by relation and target prefix (`evokes>emotion`) or by relation and role
   * (`contains/lower`); the most specific key is used. `{s}` is the source and `{t}` the target; `{S}` and `{T}` are
   * capitalised for the beginning of a sentence; `{s:은/는}` adds the matching particle. English titles may be plural or
   * an activity, so every verb follows "can".
   */
  phrases: z.record(z.string().regex(/^[a-z]+([>/][a-z]+)?$/), z.array(z.string().regex(/\{[stST][:}].*\.$/)).min(1)),
});

export type RelationPhrases = z.infer<typeof relationPhrasesSchema>;
