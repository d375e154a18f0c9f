import type { FusedHit } from '../fusion/fused-hit.js';
import type { QueryVector } from '../query-vector.js';
import { analyze } from '@app/text';
import { hybridSearch } from './hybrid-search.js';
import { searchLanguage } from './search-language.js';
import { KNOWLEDGE_TABLES, PACK_COLLECTION } from '@app/knowledge';
import type { KnowledgeSnapshot } from '@app/knowledge';
import { differs, equals } from '@app/knowledge';

export interface RowQuery {
  readonly text: string;
  /** As `queryVector` gives it. */
  readonly vector: () => Promise<QueryVector | undefined>;
  /** Only this collection; the pack in the query's language and all own documents when absent. */
  readonly collection?: string | undefined;
  readonly limit: number;
}

const DEPTH = 50;

/** What an operator wants to see of a search: the rows as they are, best first, without a reading's considerations. */
export async function searchRows(snapshot: KnowledgeSnapshot, query: RowQuery): Promise<readonly FusedHit[]> {
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
    .slice(0, limit);
}
