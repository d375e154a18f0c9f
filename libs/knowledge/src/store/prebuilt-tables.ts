import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type KnowledgePlace, connectExisting, connectKnowledge } from './connect-knowledge.js';
import { FileManifestStore } from './file-manifest.store.js';
import { KNOWLEDGE_TABLES } from './knowledge-row.js';
import { type KnowledgeStamp, stampDifferences } from './knowledge-stamp.js';
import type { Manifest } from './manifest.js';
import { WriterLock } from './writer-lock.js';

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
    return found !== undefined && matches(found.manifest, stamp);
  }

  /**
   * Copies the tables to a folder that has none, so that they can be changed there.
   * @throws KnowledgeBusyError immediately when another process is writing.
   */
  async copyTo(folder: string, stateDir: string): Promise<void> {
    const lock = await WriterLock.acquire(stateDir);
    try {
      const manifests = new FileManifestStore(folder);
      const found = await this.committed();
      if (!found || (await manifests.read())) return;
      for (const name of KNOWLEDGE_TABLES.map((table) => `${table}.lance`)) {
        // A build that was interrupted before its first commit may have left files.
        await rm(join(folder, name), { recursive: true, force: true });
        await cp(join(this.folder, name), join(folder, name), { recursive: true });
      }
      await manifests.replace(found.manifest);
    } finally {
      await lock.release();
    }
  }
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

export const matches = ({ tables }: Manifest, stamp: KnowledgeStamp): boolean =>
  KNOWLEDGE_TABLES.every((name) => stampDifferences(tables[name].stamp, stamp).length === 0);
