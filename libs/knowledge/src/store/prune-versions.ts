import type { Table } from '@lancedb/lancedb';
import type { KnowledgePlace } from './connect-knowledge.js';
import { KNOWLEDGE_TABLES, type KnowledgeTable } from './knowledge-row.js';
import type { Manifest, TableEntry } from './manifest.js';
import { listTableFiles } from './table-files.js';

/**
 * Deletes the files of versions before the current one, which no reader may still use, and updates the list of files.
 * Readers do not have to reload, so the revision stays the same.
 */
export async function pruneOldVersions(
  place: KnowledgePlace,
  tables: Readonly<Record<KnowledgeTable, Table>>,
  base: Manifest,
): Promise<Manifest> {
  await place.manifests.replace({ ...base, tables: unlisted(base.tables) });
  const entries = { ...base.tables };
  for (const name of KNOWLEDGE_TABLES) entries[name] = await pruneTable(place, name, tables[name], base.tables[name]);
  const pruned = { ...base, tables: entries };
  await place.manifests.replace(pruned);
  return pruned;
}

/** Clear the file list first: a crash during pruning must not leave dangling entries. */
const unlisted = ({ domain, corpus }: Manifest['tables']): Manifest['tables'] => ({
  domain: { ...domain, files: [] },
  corpus: { ...corpus, files: [] },
});

async function pruneTable(place: KnowledgePlace, name: string, table: Table, entry: TableEntry): Promise<TableEntry> {
  if ((await table.version()) !== entry.version) return entry;
  await table.optimize({ cleanupOlderThan: new Date() });
  const version = await table.version();
  const folder = place.folderOf(name);
  return { ...entry, version, files: folder ? [...(await listTableFiles(folder, version, entry.files))] : [] };
}
