import type { RowDraft } from '../ingestion/row-draft.js';

/** Documents that are embedded and written together; never split, so that a crash cannot leave half of one. */
export class DocumentBatch {
  readonly drafts: RowDraft[] = [];
  /** Of the files the documents come from, for the progress. */
  bytes = 0;

  add(drafts: readonly RowDraft[], bytes: number): void {
    for (const draft of drafts) this.drafts.push(draft);
    this.bytes += bytes;
  }

  get isFull(): boolean {
    return this.drafts.length >= WRITTEN_TOGETHER;
  }
}

/** Rows: a kill loses at most about this many embeddings. */
const WRITTEN_TOGETHER = 512;
