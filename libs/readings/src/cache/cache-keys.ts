/** Cache keys of one request: `key` identifies the reading, `scope` everything except the wording of the question. */
export interface CacheKeys {
  readonly key: string;
  readonly scope: string;
  readonly question: string;
}
