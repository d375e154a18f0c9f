/** Relevance grades of the documents judged for one query. Documents without a judgement are not relevant. */
export type Judgements = ReadonlyMap<string, number>;

/**
 * Normalised discounted cumulative gain of the first `k`: the sum of grade / log2(rank + 1), divided by the same sum
 * for the ideal order (Järvelin and Kekäläinen 2002 with linear gain, as in trec_eval).
 */
export function ndcg(ranking: readonly string[], judgements: Judgements, k: number): number {
  const ideal = [...judgements.values()].filter((grade) => grade > 0).toSorted((a, b) => b - a);
  const best = discountedGain(ideal.slice(0, k));
  if (best === 0) return 0;
  return discountedGain(ranking.slice(0, k).map((id) => Math.max(0, judgements.get(id) ?? 0))) / best;
}

/** Share of the relevant documents that are among the first `k`. */
export function recall(ranking: readonly string[], judgements: Judgements, k: number): number {
  const relevant = [...judgements].filter(([, grade]) => grade > 0).map(([id]) => id);
  if (relevant.length === 0) return 0;
  const found = new Set(ranking.slice(0, k));
  return relevant.filter((id) => found.has(id)).length / relevant.length;
}

/** Reciprocal rank of the first relevant document; 0 when none is among the first `k`. */
export function reciprocalRank(ranking: readonly string[], judgements: Judgements, k: number): number {
  const rank = ranking.slice(0, k).findIndex((id) => (judgements.get(id) ?? 0) > 0);
  return rank < 0 ? 0 : 1 / (rank + 1);
}

const discountedGain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
