import type { FusedHit } from '../fusion/fused-hit.js';
import type { Locale } from '@app/text';
import type { Passage } from '../retriever.js';
import { type KnowledgeSnapshot, PACK_COLLECTION } from '@app/knowledge';

/** Converts a hit to a passage, in the reading's locale if the record has it, regardless of the language of the hit. */
export function hitPassage(hit: FusedHit, locale: Locale, snapshot: KnowledgeSnapshot): Passage {
  const { row, score, lexicalRank, vectorRank } = hit;
  const translated = row.collection === PACK_COLLECTION ? snapshot.record(row.id)?.[locale] : undefined;
  const { id, title, text, source, tags } = translated ?? row;
  const origin = { ...(lexicalRank && { lexicalRank }), ...(vectorRank && { vectorRank }) };
  return { id, title, text, source, score, tags, origin };
}
