import { z } from 'zod';

/** `language/<locale>-relations.json`: how a language says what joins two nodes. */
export const relationPhrasesSchema = z.strictObject({
  /** By the prefix of an id, put before a name that both nodes have: the Moon of the dream, of the cards, of the sky. */
  realms: z.record(z.string().regex(/^[a-z]+$/), z.string().min(1)),
  /**
   * By relation (`evokes`), by what it leads to (`evokes>emotion`) or by the edge's role (`contains/lower`); the closest
   * one wins. `{s}` is the source, `{t}` the target, with a capital at the beginning of a sentence: `{S}`; `{s:은/는}` has
   * the particle that fits. English titles may be plural or an activity, so every verb stands behind "can".
   */
  phrases: z.record(z.string().regex(/^[a-z]+([>/][a-z]+)?$/), z.array(z.string().regex(/\{[stST][:}].*\.$/)).min(1)),
});

export type RelationPhrases = z.infer<typeof relationPhrasesSchema>;
