/** Cache keys of one request. Equal `key`s are the same reading; equal `scope`s differ only in the question's wording. */
export interface CacheKeys {
  readonly key: string;
  readonly scope: string;
  readonly question: string;
}
