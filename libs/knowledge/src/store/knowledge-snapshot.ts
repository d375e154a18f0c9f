import type { Table } from '@lancedb/lancedb';
import type { Locale } from '@app/text';
import type { KnowledgePlace } from './connect-knowledge.js';
import { KNOWLEDGE_TABLES, type KnowledgeTable, PACK_COLLECTION } from './knowledge-row.js';
import type { Manifest } from './manifest.js';
import { openCommitted } from './prebuilt-tables.js';
import type { FoundRow } from './row-schema.js';
import { equals } from './sql.js';
import { TableReader, storedRows } from './table-reader.js';

/** A record of the built-in knowledge files (the pack) by language. */
export type RecordTexts = Readonly<Partial<Record<Locale, FoundRow>>>;

/** One committed version of all tables. It does not change when a newer version is written. */
export class KnowledgeSnapshot {
  #collections: Promise<ReadonlySet<string>> | undefined;

  private constructor(
    /** Where the tables are. */
    readonly uri: string,
    readonly manifest: Manifest,
    private readonly tables: Readonly<Record<KnowledgeTable, TableReader>>,
    private readonly records: ReadonlyMap<string, RecordTexts>,
  ) {}

  /** @param loads false for a few searches: nothing is loaded into memory beforehand, and `record` finds nothing */
  static async open(place: KnowledgePlace, manifest: Manifest, loads = true): Promise<KnowledgeSnapshot> {
    const readers: Partial<Record<KnowledgeTable, TableReader>> = {};
    const rows: FoundRow[] = [];
    for (const name of KNOWLEDGE_TABLES) {
      const table = await openCommitted({ place, manifest }, name);
      const entry = manifest.tables[name];
      if (!loads) {
        readers[name] = new TableReader(table, entry);
        continue;
      }
      await warm(table);
      const known = await packRows(table);
      rows.push(...known.values());
      readers[name] = await TableReader.load(table, entry, known);
    }
    return new KnowledgeSnapshot(place.uri, manifest, readers as Record<KnowledgeTable, TableReader>, byId(rows));
  }

  table(name: KnowledgeTable): TableReader {
    return this.tables[name];
  }

  /** Names of all collections; read from the tables once. */
  collections(): Promise<ReadonlySet<string>> {
    return (this.#collections ??= this.#readCollections());
  }

  /** Returns a built-in record by its id, whichever table contains it. Reads only memory. */
  record(id: string): RecordTexts | undefined {
    return this.records.get(id);
  }

  async #readCollections(): Promise<ReadonlySet<string>> {
    const names = new Set<string>();
    for (const table of KNOWLEDGE_TABLES)
      for await (const rows of this.tables[table].scan(['collection']))
        for (const row of rows) names.add(row.collection);
    return names;
  }
}

/**
 * The built-in records are a few megabytes of text. They are kept in memory so that looking up a drawn card needs no
 * query.
 */
const packRows = (table: Table): Promise<ReadonlyMap<bigint, FoundRow>> =>
  storedRows(table.query().where(equals('collection', PACK_COLLECTION)));

function byId(rows: readonly FoundRow[]): ReadonlyMap<string, RecordTexts> {
  const records = new Map<string, RecordTexts>();
  for (const row of rows) records.set(row.id, { ...records.get(row.id), [row.lang]: row });
  return records;
}

/** Loads the indices before the first query. */
async function warm(table: Table): Promise<void> {
  for (const { name } of await table.listIndices()) await table.prewarmIndex(name);
}
