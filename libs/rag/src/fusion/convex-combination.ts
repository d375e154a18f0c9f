import type { RowHit } from '@app/knowledge';
import type { FusedRow } from './fused-hit.js';

interface Side {
  readonly rank: number;
  readonly score: number;
}

export interface ConvexOptions {
  /** Share of the vector side, 0…1. */
  readonly vectorWeight: number;
  /** Hits each side was asked for; a shorter list has found all there is. */
  readonly depth: number;
}

/**
 * Adds the two sides' scores after scaling each to 0…1 between its theoretical least (BM25: 0, cosine: −1) and its best
 * hit: "TM2C2" of Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (ACM TOIS 2023). Unlike
 * ranks, scores keep how much better one hit is than the next, and so a side that is sure of itself decides.
 * A row that is missing on one side gets the score of that side's last hit, which it cannot have exceeded; but nothing
 * for its words where the search for words came to its end without it.
 */
export function convexCombination(
  lexical: readonly RowHit[],
  nearest: readonly RowHit[],
  { vectorWeight, depth }: ConvexOptions,
): readonly FusedRow[] {
  const byWord = scaled(lexical, 0);
  const byMeaning = scaled(nearest, -1);
  const wordless = lexical.length < depth ? 0 : byWord.least;
  const fused = [...new Set([...byWord.sides.keys(), ...byMeaning.sides.keys()])].map((rowId) => {
    const word = byWord.sides.get(rowId);
    const meaning = byMeaning.sides.get(rowId);
    const score = (1 - vectorWeight) * (word?.score ?? wordless) + vectorWeight * (meaning?.score ?? byMeaning.least);
    return { rowId, score, lexicalRank: word?.rank, vectorRank: meaning?.rank };
  });
  return fused.toSorted((a, b) => b.score - a.score);
}

function scaled(hits: readonly RowHit[], infimum: number): { sides: ReadonlyMap<bigint, Side>; least: number } {
  const best = Math.max(...hits.map(({ score }) => score));
  const scale = (score: number) => (best > infimum ? (score - infimum) / (best - infimum) : 0);
  const sides = hits.map(({ rowId, score }, index) => [rowId, { rank: index + 1, score: scale(score) }] as const);
  const least = Math.min(...hits.map(({ score }) => scale(score)));
  return { sides: new Map(sides), least: Number.isFinite(least) ? least : 0 };
}
