/** Cache keys of one request. */
export interface CacheKeys {
  /** Identifies the reading. */
  readonly key: string;
  /** Identifies everything except the wording of the question; empty when readings of similar questions are not used. */
  readonly scope: string;
  readonly question: string;
}
