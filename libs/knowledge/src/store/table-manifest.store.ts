import type { Connection, Table } from '@lancedb/lancedb';
import { Field, Schema, Utf8 } from 'apache-arrow';
import { type Manifest, type ManifestStore, manifestSchema } from './manifest.js';

const NAME = 'manifest';
const SCHEMA = new Schema([new Field('json', new Utf8(), false)]);

/**
 * Manifest storage for object storage, which has no rename: a table with one row that is overwritten in one LanceDB
 * commit.
 */
export class TableManifestStore implements ManifestStore {
  constructor(private readonly connection: Connection) {}

  async read(): Promise<Manifest | undefined> {
    const table = await this.#open();
    const [row] = (await table?.query().limit(1).toArray()) ?? [];
    return row ? manifestSchema.parse(JSON.parse((row as { json: string }).json)) : undefined;
  }

  async replace(manifest: Manifest): Promise<void> {
    const table = (await this.#open()) ?? (await this.connection.createEmptyTable(NAME, SCHEMA));
    await table.add([{ json: JSON.stringify(manifest) }], { mode: 'overwrite' });
  }

  async #open(): Promise<Table | undefined> {
    const names = await this.connection.tableNames();
    return names.includes(NAME) ? this.connection.openTable(NAME) : undefined;
  }
}
