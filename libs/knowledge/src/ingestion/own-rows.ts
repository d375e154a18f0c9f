import { connectKnowledge } from '../store/connect-knowledge.js';
import { PACK_COLLECTION } from '../store/knowledge-row.js';
import { openCommitted } from '../store/prebuilt-tables.js';
import { type StoredRow, fromStored } from '../store/row-schema.js';
import { differs } from '../store/sql.js';
import { TableFileCheck } from '../store/table-files.js';
import type { RowDraft } from './row-draft.js';

/** Rows of documents that the operator has ingested, as opposed to built-in records. */
export interface OwnRows {
  readonly rows: readonly RowDraft[];
  /** True when further rows may be lost in a table that can no longer be read. */
  readonly lost: boolean;
}

/**
 * Reads the ingested documents of the committed version for tokenising and embedding them again. Returns no rows if a
 * data file of the table is damaged.
 */
export async function ownRows(uri: string): Promise<OwnRows> {
  const place = await connectKnowledge(uri);
  try {
    const manifest = await place.manifests.read();
    if (!manifest) return { rows: [], lost: false };
    const folder = place.folderOf('corpus');
    const data = manifest.tables.corpus.files.filter(({ path }) => !path.startsWith('_indices'));
    if (folder && (await new TableFileCheck().firstDamaged(folder, data))) return { rows: [], lost: true };
    const table = await openCommitted({ place, manifest }, 'corpus');
    const query = table.query().where(differs('collection', PACK_COLLECTION)).select(['record']);
    return { rows: ((await query.toArray()) as StoredRow[]).map(fromStored), lost: false };
  } catch {
    return { rows: [], lost: true };
  }
}
