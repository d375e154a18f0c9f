import type { Embedder } from '@app/embedding';
import type { KnowledgeTable } from '../store/knowledge-row.js';
import type { KnowledgeWriter } from '../store/knowledge.writer.js';
import { finishRows } from './finish-rows.js';
import type { RowDraft } from './row-draft.js';

/** Maximum number of rows per write. A killed process loses at most about this many embeddings. */
export const ROWS_PER_WRITE = 512;

export interface WriteDraftsOptions {
  readonly embedder: Embedder;
  readonly signal: AbortSignal;
  /** Called with the number of rows finished since the last call. */
  readonly onWritten?: (rows: number) => void;
}

/**
 * Tokenises, embeds and stages rows without committing. Documents that are already stored with the same hash are
 * skipped, so that an interrupted run can resume.
 */
export async function writeDrafts(
  writer: KnowledgeWriter,
  table: KnowledgeTable,
  drafts: readonly RowDraft[],
  { embedder, signal, onWritten = () => undefined }: WriteDraftsOptions,
): Promise<void> {
  for (const [collection, own] of Map.groupBy(drafts, (draft) => draft.collection)) {
    const written = await writer.documents(table, collection);
    const fresh = own.filter(({ document, hash }) => written.get(document) !== hash);
    onWritten(own.length - fresh.length);
    for (const batch of wholeDocuments(fresh)) {
      const rows = await finishRows(batch, embedder, signal, onWritten);
      await writer.replaceDocuments(table, collection, rows);
    }
  }
}

/** Groups rows into batches without splitting a document, so that a crash cannot leave a part of one. */
function wholeDocuments(drafts: readonly RowDraft[]): readonly RowDraft[][] {
  const batches: RowDraft[][] = [];
  for (const document of Map.groupBy(drafts, (draft) => draft.document).values()) {
    const last = batches.at(-1);
    if (last && last.length + document.length <= ROWS_PER_WRITE) last.push(...document);
    else batches.push([...document]);
  }
  return batches;
}
