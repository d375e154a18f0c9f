import type { FoundRow, RowHit } from '@app/knowledge';

/** Fused score and ranks of one row in the lexical and the vector search. */
export interface FusedRanks {
  /** Fused score, 0 to 1. */
  readonly score: number;
  /** 1-based ranks; undefined where the search did not return the row. */
  readonly lexicalRank?: number;
  readonly vectorRank?: number;
}

/** A row id with its fused score and ranks. */
export type FusedRow = FusedRanks & Pick<RowHit, 'rowId'>;

/** A row with its fused score and ranks. */
export type FusedHit = FusedRanks & { readonly row: FoundRow };
