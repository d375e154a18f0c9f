import { type FoundRow, type KnowledgeSnapshot, PACK_COLLECTION } from '@app/knowledge';
import type { Locale } from '@app/text';
import type { FusedHit } from '../fusion/fused-hit.js';
import type { Passage, RetrievalQuery } from '../retriever.js';
import { otherLanguage } from './search-language.js';

/** Returns a built-in record in the given language if it has it, otherwise in the other one. */
export function recordIn(locale: Locale, id: string, snapshot: KnowledgeSnapshot): FoundRow | undefined {
  const texts = snapshot.record(id);
  return texts?.[locale] ?? texts?.[otherLanguage(locale)];
}

/** Returns the given passages, followed by at most `topK` hits for other records. */
export function withHits(
  first: readonly Passage[],
  hits: readonly FusedHit[],
  { locale, topK }: RetrievalQuery,
  snapshot: KnowledgeSnapshot,
): readonly Passage[] {
  const known = new Set(first.map(({ id }) => id));
  const others = hits.filter(({ row }) => !known.has(row.id)).slice(0, topK);
  return [...first, ...others.map((hit) => hitPassage(hit, locale, snapshot))];
}

/** Converts a hit to a passage, in the reading's locale if the record has it, regardless of the language of the hit. */
function hitPassage(hit: FusedHit, locale: Locale, snapshot: KnowledgeSnapshot): Passage {
  const { row, score, lexicalRank, vectorRank } = hit;
  const translated = row.collection === PACK_COLLECTION ? snapshot.record(row.id)?.[locale] : undefined;
  const { id, title, text, source, tags } = translated ?? row;
  const origin = { ...(lexicalRank && { lexicalRank }), ...(vectorRank && { vectorRank }) };
  return { id, title, text, source, score, tags, origin };
}
