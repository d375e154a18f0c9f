import type { RowHit } from './row-hit.js';

/** LanceDB returns rows with equal scores in any order. As in Lucene, the row that was written first comes first. */
export const bestFirst = (a: RowHit, b: RowHit): number => b.score - a.score || (a.rowId < b.rowId ? -1 : 1);

/** Returns the best `limit` rows at these positions whose score is greater than `above`, best first. */
export function bestHits(
  scores: Float32Array,
  positions: Uint32Array,
  rowIds: readonly bigint[],
  { limit, above }: { readonly limit: number; readonly above: number },
): readonly RowHit[] {
  const hits: RowHit[] = [];
  let minScore = above;
  for (const position of positions) {
    const score = scores[position]!;
    // Fast path: few rows exceed the current minimum.
    if (score <= above || score < minScore) continue;
    insert(hits, { rowId: rowIds[position]!, score });
    if (hits.length > limit) hits.pop();
    if (hits.length === limit) minScore = hits.at(-1)?.score ?? Infinity;
  }
  return hits;
}

function insert(hits: RowHit[], hit: RowHit): void {
  let at = hits.length;
  while (at > 0 && bestFirst(hit, hits[at - 1]!) < 0) at--;
  hits.splice(at, 0, hit);
}

/** Returns the positions of a set of rows. */
export const positionsOf = (rowIds: readonly bigint[], wanted: ReadonlySet<bigint>): Uint32Array =>
  Uint32Array.from(rowIds.keys().filter((position) => wanted.has(rowIds[position]!)));
