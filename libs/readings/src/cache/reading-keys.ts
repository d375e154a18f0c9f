/** Keys of one request. Equal `key`s are the same reading; equal `scope`s differ in nothing but the question's words. */
export interface ReadingKeys {
  readonly key: string;
  readonly scope: string;
  readonly question: string;
}
