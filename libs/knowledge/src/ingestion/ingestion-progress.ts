export interface IngestionProgress {
  readonly phase: 'embedding' | 'indexing';
  /** Finished part of `total`: records, bytes of documents, or steps of indexing. */
  readonly done: number;
  readonly total: number;
  /** Number of embedded passages so far. */
  readonly passages: number;
}
