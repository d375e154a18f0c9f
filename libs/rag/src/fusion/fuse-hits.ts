import type { CosineScale, RowHit } from '@app/knowledge';
import type { FusedRow } from './fused-hit.js';

/**
 * Weight of one standard deviation of the cosine, relative to the best lexical hit with a score of 1
 * (docs/retrieval.md).
 */
const WEIGHT_PER_DEVIATION = 0.3;
/** Scale of all-MiniLM-L6-v2 on prose, used for tables with too few vectors to measure their own. */
const DEFAULT_SCALE: CosineScale = { mean: 0.1, deviation: 0.1 };

export interface FusionOptions {
  /** Number of hits requested from each search; a shorter list is complete. */
  readonly depth: number;
  /** Cosine scale of the table; undefined when the table has too few vectors. */
  readonly scale: CosineScale | undefined;
  /** Confidence of the query's vector, 0 to 1. */
  readonly confidence: number;
  /** Returns whether a row has a vector. */
  readonly hasVector: (rowId: bigint) => boolean;
}

/**
 * Adds the scores of the lexical and the vector search. The lexical score is BM25 relative to the best hit. The vector
 * score is the cosine as a z-score, in standard deviations above the mean for two random rows of the table (Montague
 * and Aslam, "Relevance Score Normalization for Metasearch", CIKM 2001), because models differ in the range of their
 * cosines. A row that one search did not return gets the score of that search's last hit, or 0 where the lexical list
 * is complete. A row without a vector has only its lexical score.
 */
export function fuseHits(
  lexical: readonly RowHit[],
  nearest: readonly RowHit[],
  { depth, scale = DEFAULT_SCALE, confidence, hasVector }: FusionOptions,
): readonly FusedRow[] {
  const words = sideOf(lexical, relativeToBest(lexical));
  const meaning = sideOf(nearest, ({ score }) => Math.max(0, (score - scale.mean) / scale.deviation));
  const weight = nearest.length === 0 ? 0 : WEIGHT_PER_DEVIATION * confidence;
  const missingWord = lexical.length < depth ? 0 : words.lowest;
  const best = words.best + weight * meaning.best;
  const fused = [...new Set([...words.hits.keys(), ...meaning.hits.keys()])].map((rowId) => {
    const word = words.hits.get(rowId);
    const near = meaning.hits.get(rowId);
    const byWords = word?.score ?? missingWord;
    const together = best > 0 ? (byWords + weight * (near?.score ?? meaning.lowest)) / best : 0;
    const score = hasVector(rowId) ? together : byWords;
    return { rowId, score, lexicalRank: word?.rank, vectorRank: near?.rank };
  });
  return fused.toSorted((a, b) => b.score - a.score);
}

interface Side {
  readonly hits: ReadonlyMap<bigint, { readonly rank: number; readonly score: number }>;
  readonly best: number;
  readonly lowest: number;
}

function sideOf(hits: readonly RowHit[], scoreOf: (hit: RowHit) => number): Side {
  const scores = hits.map(scoreOf);
  return {
    hits: new Map(hits.map(({ rowId }, index) => [rowId, { rank: index + 1, score: scores[index] ?? 0 }])),
    best: Math.max(0, ...scores),
    lowest: scores.length > 0 ? Math.min(...scores) : 0,
  };
}

function relativeToBest(hits: readonly RowHit[]): (hit: RowHit) => number {
  const best = Math.max(...hits.map(({ score }) => score));
  return ({ score }) => (best > 0 ? score / best : 0);
}
