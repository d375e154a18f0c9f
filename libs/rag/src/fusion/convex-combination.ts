import type { ScoredRow } from '../store/table-reader.js';
import { type FusedHit, rowKey } from './fused-hit.js';

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
  lexical: readonly ScoredRow[],
  nearest: readonly ScoredRow[],
  { vectorWeight, depth }: ConvexOptions,
): readonly FusedHit[] {
  const byWord = scaled(lexical, 0);
  const byMeaning = scaled(nearest, -1);
  const wordless = lexical.length < depth ? 0 : byWord.least;
  const rows = new Map([...lexical, ...nearest].map((row) => [rowKey(row), row]));
  const hits = [...rows].map(([key, row]) => {
    const word = byWord.sides.get(key);
    const meaning = byMeaning.sides.get(key);
    const score = (1 - vectorWeight) * (word?.score ?? wordless) + vectorWeight * (meaning?.score ?? byMeaning.least);
    return { row, score, lexicalRank: word?.rank, vectorRank: meaning?.rank };
  });
  return hits.toSorted((a, b) => b.score - a.score);
}

function scaled(hits: readonly ScoredRow[], infimum: number): { sides: ReadonlyMap<string, Side>; least: number } {
  const best = Math.max(...hits.map(({ score }) => score));
  const scale = (score: number) => (best > infimum ? (score - infimum) / (best - infimum) : 0);
  const sides = hits.map((hit, index) => [rowKey(hit), { rank: index + 1, score: scale(hit.score) }] as const);
  const least = Math.min(...hits.map(({ score }) => scale(score)));
  return { sides: new Map(sides), least: Number.isFinite(least) ? least : 0 };
}
