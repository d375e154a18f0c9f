import type { Embedder } from '@app/embedding';
import type { KnowledgeTable } from '../store/knowledge-row.js';
import type { KnowledgeWriter } from '../store/knowledge.writer.js';
import { finishRows } from './finish-rows.js';
import type { RowDraft } from './row-draft.js';

/** Rows of one write: a kill loses at most about this many embeddings. */
const WRITTEN_TOGETHER = 512;

export interface WriteDraftsOptions {
  readonly embedder: Embedder;
  readonly signal: AbortSignal;
  /** Called with the number of rows finished since the last call. */
  readonly onWritten?: (rows: number) => void;
}

/**
 * Analyses, embeds and stages the rows of one collection, without committing. Documents whose hash is there already
 * are left as they are, so that a killed run goes on where it stopped.
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

/** Batches of some hundred rows; a document is never split, or a kill could leave half of it. */
function wholeDocuments(drafts: readonly RowDraft[]): readonly RowDraft[][] {
  const batches: RowDraft[][] = [];
  for (const document of Map.groupBy(drafts, (draft) => draft.document).values()) {
    const last = batches.at(-1);
    if (last && last.length + document.length <= WRITTEN_TOGETHER) last.push(...document);
    else batches.push([...document]);
  }
  return batches;
}
