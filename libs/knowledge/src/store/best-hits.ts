import type { RowHit } from './row-hit.js';

/** Equal scores come in any order from LanceDB; like Lucene we let what was written first come first. */
export const bestFirst = (a: RowHit, b: RowHit): number => b.score - a.score || (a.rowId < b.rowId ? -1 : 1);

/** The best `limit` of these positions, best first, as long as they score more than `above`. */
export function bestHits(
  scores: Float32Array,
  positions: Uint32Array,
  rowIds: readonly bigint[],
  { limit, above }: { readonly limit: number; readonly above: number },
): readonly RowHit[] {
  const hits: RowHit[] = [];
  let least = above;
  for (const position of positions) {
    const score = scores[position]!;
    // Fast path: few rows exceed the current minimum.
    if (score <= above || score < least) continue;
    insert(hits, { rowId: rowIds[position]!, score });
    if (hits.length > limit) hits.pop();
    if (hits.length === limit) least = hits.at(-1)?.score ?? Infinity;
  }
  return hits;
}

function insert(hits: RowHit[], hit: RowHit): void {
  let at = hits.length;
  while (at > 0 && bestFirst(hit, hits[at - 1]!) < 0) at--;
  hits.splice(at, 0, hit);
}

/** Where the rows of a set lie. */
export const positionsOf = (rowIds: readonly bigint[], wanted: ReadonlySet<bigint>): Uint32Array =>
  Uint32Array.from(rowIds.keys().filter((position) => wanted.has(rowIds[position]!)));
