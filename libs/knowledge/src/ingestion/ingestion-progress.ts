export interface IngestionProgress {
  readonly phase: 'embedding' | 'indexing';
  /** Rows. */
  readonly done: number;
  readonly total: number;
}
