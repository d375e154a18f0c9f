import type { FoundRow } from '@app/knowledge';
import type { RowHit } from '@app/knowledge';

/** How both sides of a search rank one row. */
export interface FusedRanks {
  /** 0 to 1. */
  readonly score: number;
  /** 1-based ranks on the two sides. */
  readonly lexicalRank?: number;
  readonly vectorRank?: number;
}

/** A row, by number, found by words, by meaning, or by both. */
export type FusedRow = FusedRanks & Pick<RowHit, 'rowId'>;

/** The same with what the row says. */
export type FusedHit = FusedRanks & { readonly row: FoundRow };
