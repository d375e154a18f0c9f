/** A row of one version of one table, and how well it answers. */
export interface RowHit {
  /** LanceDB's number of the row; it stays the same within a version. */
  readonly rowId: bigint;
  /** BM25, or the cosine of the angle to the query's vector. Higher is better. */
  readonly score: number;
}
