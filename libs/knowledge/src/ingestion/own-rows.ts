import { connectKnowledge } from '../store/connect-knowledge.js';
import { PACK_COLLECTION } from '../store/knowledge-row.js';
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
  const { connection, manifests, folderOf } = await connectKnowledge(uri);
  try {
    const entry = (await manifests.read())?.tables.corpus;
    if (!entry) return { rows: [], lost: false };
    const folder = folderOf('corpus');
    const data = entry.files.filter(({ path }) => !path.startsWith('_indices'));
    if (folder && (await new TableFileCheck().firstDamaged(folder, data))) return { rows: [], lost: true };
    const table = await connection.openTable('corpus');
    await table.checkout(entry.version);
    const query = table.query().where(differs('collection', PACK_COLLECTION)).select(['record']);
    return { rows: ((await query.toArray()) as StoredRow[]).map(fromStored), lost: false };
  } catch {
    return { rows: [], lost: true };
  }
}
