export interface IngestionProgress {
  readonly phase: 'embedding' | 'indexing';
  /** Number of processed rows. */
  readonly done: number;
  readonly total: number;
}
