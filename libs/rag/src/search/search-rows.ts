import {
  differs,
  equals,
  type FoundRow,
  KNOWLEDGE_TABLES,
  type KnowledgeSnapshot,
  PACK_COLLECTION,
} from '@app/knowledge';
import type { FusedHit, FusedRanks } from '../fusion/fused-hit.js';
import type { QueryVector } from '../query-vector.js';
import { analyze } from '@app/text';
import { hybridSearch } from './hybrid-search.js';
import { searchLanguage } from './search-language.js';

export interface RowQuery {
  readonly text: string;
  /** A function as returned by `queryVector`. */
  readonly vector: () => Promise<QueryVector | undefined>;
  /**
   * Restricts the search to this collection. When absent, the built-in records in the query's language and all ingested
   * documents are searched.
   */
  readonly collection?: string | undefined;
  readonly limit: number;
}

/** A found row with its rank. */
export type RankedRow = FusedRanks & Pick<FoundRow, 'id' | 'collection' | 'document' | 'title' | 'source' | 'text'>;

const DEPTH = 50;

/** Searches rows for operators, best first, without the adjustments of a reading. */
export async function searchRows(snapshot: KnowledgeSnapshot, query: RowQuery): Promise<readonly RankedRow[]> {
  const { text, collection, limit } = query;
  const tables = collection === undefined || collection === PACK_COLLECTION ? KNOWLEDGE_TABLES : (['corpus'] as const);
  const where =
    collection === undefined
      ? `(${equals('lang', searchLanguage(text, 'ko'))} OR ${differs('collection', PACK_COLLECTION)})`
      : equals('collection', collection);
  const search = { terms: analyze(text), vector: query.vector(), where, depth: Math.max(DEPTH, limit) };
  const found = await Promise.all(tables.map((table) => hybridSearch(snapshot.table(table), search)));
  return found
    .flat()
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(rankedRow);
}

function rankedRow({ row, score, lexicalRank, vectorRank }: FusedHit): RankedRow {
  const { id, collection, document, title, source, text } = row;
  return { id, collection, document, title, source, score, lexicalRank, vectorRank, text };
}
