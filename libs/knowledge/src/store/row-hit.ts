/** A row of one table version with its score. */
export interface RowHit {
  /** LanceDB row id, which is stable within a version. */
  readonly rowId: bigint;
  /** BM25 score, or cosine similarity to the query vector. Higher is better. */
  readonly score: number;
}
