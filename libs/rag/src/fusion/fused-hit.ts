import type { FoundRow } from '../store/row-schema.js';

/** A row found by words, by meaning, or by both. */
export interface FusedHit {
  readonly row: FoundRow;
  /** 0 to 1. */
  readonly score: number;
  /** 1-based ranks on the two sides. */
  readonly lexicalRank?: number;
  readonly vectorRank?: number;
}

/** What tells rows apart: a record has the same id in both languages, collections may use the same ids. */
export const rowKey = ({ collection, id, lang }: FoundRow): string => `${collection}\n${id}\n${lang}`;
