import type { Table } from '@lancedb/lancedb';
import { bestFirst } from './best-hits.js';
import { MatchQuery } from './lancedb.js';
import { TITLE_WEIGHT } from './memory-terms.js';
import type { RowHit } from './row-hit.js';
import { rowIdsOf } from './row-ids.js';

/** Fields with their weights. */
const FIELDS = { tokens: 1, title_tokens: TITLE_WEIGHT } as const;
/**
 * Number of hits requested from each field per wanted row. LanceDB's boolean query of both fields scores every posting:
 * 20 to 150 ms at 100 000 rows. One query a field takes 5 to 8 ms, and at this depth the added scores give .96 of the
 * same first ten rows.
 */
const DEPTH = 4;

export interface FullTextOptions {
  readonly limit: number;
  /** SQL condition for rows. */
  readonly where?: string | undefined;
}

/** Searches LanceDB's indexes for rows with any of the terms in their text or title, best sum of both scores first. */
export async function fullText(
  table: Table,
  terms: readonly string[],
  { limit, where }: FullTextOptions,
): Promise<readonly RowHit[]> {
  const scores = new Map<bigint, number>();
  const search = async (field: keyof typeof FIELDS): Promise<void> => {
    const query = table.query().fullTextSearch(new MatchQuery(terms.join(' '), field));
    if (where) query.where(where);
    const found = await query
      .withRowId()
      .select(['_score'])
      .limit(DEPTH * limit)
      .toArrow();
    const ranked = (found.getChild('_score')?.toArray() ?? []) as ArrayLike<number>;
    for (const [index, rowId] of rowIdsOf(found).entries())
      scores.set(rowId, (scores.get(rowId) ?? 0) + FIELDS[field] * (ranked[index] ?? 0));
  };
  await Promise.all([search('tokens'), search('title_tokens')]);
  const hits = Array.from(scores, ([rowId, score]) => ({ rowId, score }));
  return hits.toSorted(bestFirst).slice(0, limit);
}
