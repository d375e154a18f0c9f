import type { RowDraft } from '../ingestion/row-draft.js';
import { ROWS_PER_WRITE } from '../ingestion/write-drafts.js';

/**
 * Documents that are embedded and written together. A document is never split across batches, so that a crash cannot
 * leave a part of it in the tables.
 */
export class DocumentBatch {
  readonly drafts: RowDraft[] = [];
  /** Size of the source files of these documents, for the progress report. */
  bytes = 0;

  add(drafts: readonly RowDraft[], bytes: number): void {
    for (const draft of drafts) this.drafts.push(draft);
    this.bytes += bytes;
  }

  get isFull(): boolean {
    return this.drafts.length >= ROWS_PER_WRITE;
  }
}
