import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Table } from '@lancedb/lancedb';
import { type KnowledgePlace, connectExisting, connectKnowledge } from './connect-knowledge.js';
import type { KnowledgeTable } from './knowledge-row.js';
import { type KnowledgeStamp, stampMismatch } from './knowledge-stamp.js';
import type { Manifest } from './manifest.js';

const FOLDER = 'knowledge-tables';

/** Committed tables and their storage. */
export interface CommittedTables {
  readonly place: KnowledgePlace;
  readonly manifest: Manifest;
}

/**
 * The tables that `npm run build:tables` wrote next to the compiled code. A server without tables of its own serves them
 * from there; nothing writes to them.
 */
export class PrebuiltTables {
  #place: KnowledgePlace | undefined;

  constructor(private readonly folder: string) {}

  /** Finds the folder next to the compiled code, or below `dist` when the sources run uncompiled. */
  static find(): PrebuiltTables {
    const root = fileURLToPath(new URL('../../../../', import.meta.url));
    const folders = [join(root, FOLDER), join(root, 'dist', FOLDER)];
    return new PrebuiltTables(folders.find((folder) => existsSync(folder)) ?? join(root, FOLDER));
  }

  /** Undefined when no tables were built. */
  async committed(): Promise<CommittedTables | undefined> {
    if (!existsSync(this.folder)) return undefined;
    this.#place ??= await connectKnowledge(this.folder);
    const manifest = await this.#place.manifests.read();
    return manifest && { place: this.#place, manifest };
  }

  /** True when the tables were built with exactly these versions. */
  async match(stamp: KnowledgeStamp): Promise<boolean> {
    const found = await this.committed();
    return found !== undefined && !stampMismatch(found.manifest, stamp);
  }
}

/** Opens a table at its committed version. */
export async function openCommitted({ place, manifest }: CommittedTables, name: KnowledgeTable): Promise<Table> {
  const table = await place.connection.openTable(name);
  await table.checkout(manifest.tables[name].version);
  return table;
}

/** Where tables are looked for. */
export interface TablesPlace {
  readonly uri: string;
  /** Used when there are no tables at `uri`. */
  readonly prebuilt?: PrebuiltTables;
}

/** Undefined when there are no tables. @throws Error when the manifest cannot be read */
export async function committedTables({ uri, prebuilt }: TablesPlace): Promise<CommittedTables | undefined> {
  const place = await connectExisting(uri);
  const manifest = await place?.manifests.read();
  return place && manifest ? { place, manifest } : prebuilt?.committed();
}
