import type { CosineScale, RowHit } from '@app/knowledge';
import type { FusedRow } from './fused-hit.js';

/**
 * What one deviation of the cosine counts beside the best lexical hit, which counts 1 (docs/retrieval.md).
 */
const WEIGHT_PER_DEVIATION = 0.3;
/** all-MiniLM-L6-v2 on prose, for tables with too few vectors to measure. */
const DEFAULT_SCALE: CosineScale = { mean: 0.1, deviation: 0.1 };

export interface FusionOptions {
  /** Hits each side was asked for; a shorter list is complete. */
  readonly depth: number;
  /** Of the table; undefined for one with few vectors. */
  readonly scale: CosineScale | undefined;
  /** 0 to 1, of the query's vector. */
  readonly confidence: number;
  /** Whether a row has a vector at all. */
  readonly hasVector: (rowId: bigint) => boolean;
}

/**
 * Adds both sides' scores: BM25 relative to the best hit, and the cosine in deviations above that of two random rows of
 * the table (z-scores: Montague and Aslam, "Relevance Score Normalization for Metasearch", CIKM 2001), so that it does not
 * matter where a model's cosines lie. A row that one side did not return has the score of that side's last hit, or 0
 * where the lexical list is complete. A row without a vector is scored by its words alone.
 */
export function fuseHits(
  lexical: readonly RowHit[],
  nearest: readonly RowHit[],
  { depth, scale = DEFAULT_SCALE, confidence, hasVector }: FusionOptions,
): readonly FusedRow[] {
  const words = sideOf(lexical, relativeToBest(lexical));
  const meaning = sideOf(nearest, ({ score }) => Math.max(0, (score - scale.mean) / scale.deviation));
  const weight = nearest.length === 0 ? 0 : WEIGHT_PER_DEVIATION * confidence;
  const missingWord = lexical.length < depth ? 0 : words.least;
  const best = words.best + weight * meaning.best;
  const fused = [...new Set([...words.hits.keys(), ...meaning.hits.keys()])].map((rowId) => {
    const word = words.hits.get(rowId);
    const near = meaning.hits.get(rowId);
    const byWords = word?.score ?? missingWord;
    const together = best > 0 ? (byWords + weight * (near?.score ?? meaning.least)) / best : 0;
    const score = hasVector(rowId) ? together : byWords;
    return { rowId, score, lexicalRank: word?.rank, vectorRank: near?.rank };
  });
  return fused.toSorted((a, b) => b.score - a.score);
}

interface Side {
  readonly hits: ReadonlyMap<bigint, { readonly rank: number; readonly score: number }>;
  readonly best: number;
  readonly least: number;
}

function sideOf(hits: readonly RowHit[], scoreOf: (hit: RowHit) => number): Side {
  const scores = hits.map(scoreOf);
  return {
    hits: new Map(hits.map(({ rowId }, index) => [rowId, { rank: index + 1, score: scores[index] ?? 0 }])),
    best: Math.max(0, ...scores),
    least: scores.length > 0 ? Math.min(...scores) : 0,
  };
}

function relativeToBest(hits: readonly RowHit[]): (hit: RowHit) => number {
  const best = Math.max(...hits.map(({ score }) => score));
  return ({ score }) => (best > 0 ? score / best : 0);
}
