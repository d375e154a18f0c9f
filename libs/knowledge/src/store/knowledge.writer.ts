import { setTimeout as delay } from 'node:timers/promises';
import type { Table } from '@lancedb/lancedb';
import { countCommonTerms } from './common-terms.js';
import { cosineScale } from './cosine-scale.js';
import { type KnowledgePlace, connectKnowledge, isRemote } from './connect-knowledge.js';
import type { KnowledgeRow, KnowledgeTable } from './knowledge-row.js';
import type { KnowledgeStamp } from './knowledge-stamp.js';
import type { HeldLock } from './lock-holder.js';
import type { Manifest, TableEntry, TableFile } from './manifest.js';
import { pruneOldVersions } from './prune-versions.js';
import { toStored } from './row-schema.js';
import { equals, isOneOf } from './sql.js';
import { type StageOptions, type StagedTables, stageTables } from './stage-tables.js';
import { RemoteWriterLock } from './remote-writer-lock.js';
import { isVersionFile, listTableFiles } from './table-files.js';
import { type MissingIndex, createIndex, missingIndices, optimizeFully } from './table-indices.js';
import { WriterLock } from './writer-lock.js';

export interface WriterOptions extends StageOptions {
  /** Folder of the tables, or `s3://…`. */
  readonly uri: string;
}

/** Called at the beginning of indexing and after each step. */
type IndexingListener = (done: number, total: number) => void;

/** Steps of a commit besides the creation of indexes: updating the existing ones of each table. */
const OTHER_STEPS = 2;
/** Readers poll for a new version every second and finish a search within another. */
const READER_SWITCH_MS = 2_500;

/**
 * The only way to change the knowledge tables. Readers see no changes before `commit`, which publishes all of them at
 * once. If the process dies before the commit, readers keep their version.
 */
export class KnowledgeWriter {
  /** Names of the documents that may have rows, by table and collection. */
  readonly #stored = new Map<string, Set<string>>();

  private constructor(
    private readonly place: KnowledgePlace,
    private readonly lock: HeldLock,
    private readonly stamp: KnowledgeStamp,
    private readonly staged: StagedTables,
  ) {}

  /**
   * @throws KnowledgeBusyError immediately when another process is writing.
   * @throws KnowledgeError when the tables are missing, damaged or built with another stamp and `rebuild` is not set.
   */
  static async begin(options: WriterOptions): Promise<KnowledgeWriter> {
    const place = await connectKnowledge(options.uri);
    const lock = isRemote(options.uri)
      ? await RemoteWriterLock.acquire(place.connection)
      : await WriterLock.acquire(options.stateDir);
    try {
      return new KnowledgeWriter(place, lock, options.stamp, await stageTables(place, options));
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /** Returns the hash of each document in a collection, including uncommitted changes of this writer. */
  async documents(table: KnowledgeTable, collection: string): Promise<ReadonlyMap<string, string>> {
    const query = this.staged.tables[table]
      .query()
      .where(equals('collection', collection))
      .select(['document', 'hash']);
    const rows = (await query.toArray()) as ReadonlyArray<{ document: string; hash: string }>;
    const hashes = new Map(rows.map(({ document, hash }) => [document, hash]));
    this.#stored.set(`${table} ${collection}`, new Set(hashes.keys()));
    return hashes;
  }

  /** False when no tables were committed before this writer. */
  get replaces(): boolean {
    return this.staged.base !== undefined;
  }

  /** Replaces all rows of the documents that occur in `rows`. A document must be passed completely in one call. */
  async replaceDocuments(table: KnowledgeTable, collection: string, rows: readonly KnowledgeRow[]): Promise<void> {
    const stored = await this.#documentNames(table, collection);
    const documents = [...new Set(rows.map(({ document }) => document))];
    // A deletion reads the whole table, also when there is nothing to delete.
    await this.deleteDocuments(
      table,
      collection,
      documents.filter((document) => stored.has(document)),
    );
    for (const document of documents) stored.add(document);
    if (rows.length > 0)
      await this.staged.tables[table].add(rows.map((row) => ({ ...toStored({ ...row, collection }) })));
  }

  /** Adds all rows of a table with the same schema, with their terms and vectors. */
  async addAll(table: KnowledgeTable, source: Table): Promise<void> {
    await this.#assertHeld();
    await this.staged.tables[table].add(await source.query().toArrow());
  }

  async deleteDocuments(table: KnowledgeTable, collection: string, documents: readonly string[]): Promise<void> {
    await this.#assertHeld();
    if (documents.length === 0 || (await this.staged.tables[table].countRows()) === 0) return;
    await this.staged.tables[table].delete(`${equals('collection', collection)} AND ${isOneOf('document', documents)}`);
  }

  async deleteCollection(table: KnowledgeTable, collection: string): Promise<void> {
    await this.#assertHeld();
    await this.staged.tables[table].delete(equals('collection', collection));
  }

  /** Indexes the staged rows and publishes them to readers. The writer must not be used afterwards. */
  async commit(onStep: IndexingListener = () => undefined): Promise<Manifest> {
    const { tables } = this.staged;
    const missing = { domain: await missingIndices(tables.domain), corpus: await missingIndices(tables.corpus) };
    const total = missing.domain.length + missing.corpus.length + OTHER_STEPS;
    let done = 0;
    const step = () => onStep(++done, total);
    onStep(done, total);
    const domain = await this.#finish('domain', missing.domain, step);
    const corpus = await this.#finish('corpus', missing.corpus, step);
    await this.#assertHeld();
    const revision = (this.staged.base?.revision ?? 0) + 1;
    const committedAt = new Date().toISOString();
    const manifest: Manifest = { format: 1, revision, committedAt, tables: { domain, corpus } };
    await this.place.manifests.replace(manifest);
    await this.staged.journal.close();
    return manifest;
  }

  /**
   * Commits only if the tables differ from the committed version: an unnecessary commit would make every server reload.
   */
  async commitChanges(onStep?: IndexingListener): Promise<void> {
    const { tables, base } = this.staged;
    const versions = await Promise.all([tables.domain.version(), tables.corpus.version()]);
    const changed = versions[0] !== base?.tables.domain.version || versions[1] !== base.tables.corpus.version;
    if (changed) await this.commit(onStep);
    else await this.staged.journal.close();
  }

  /**
   * Deletes the files of versions before the commit, once readers have had time to open the new version. The next
   * writer would delete them too, but after a rebuild they take half of the disk space.
   */
  async freeOldVersions(manifest: Manifest): Promise<void> {
    await delay(READER_SWITCH_MS);
    await this.#assertHeld();
    await pruneOldVersions(this.place, this.staged.tables, manifest);
  }

  /** Releases the lock without publishing uncommitted rows. */
  async close(): Promise<void> {
    await this.lock.release();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #documentNames(table: KnowledgeTable, collection: string): Promise<Set<string>> {
    const key = `${table} ${collection}`;
    if (!this.#stored.has(key)) await this.documents(table, collection);
    return this.#stored.get(key)!;
  }

  async #finish(name: KnowledgeTable, missing: readonly MissingIndex[], step: () => void): Promise<TableEntry> {
    const table = this.staged.tables[name];
    for (const index of missing) {
      await createIndex(table, index);
      step();
    }
    await optimizeFully(table);
    step();
    const version = await table.version();
    const files = await this.#files(name, version);
    return {
      version,
      rows: await table.countRows(),
      stamp: this.stamp,
      files,
      cosines: await cosineScale(table),
      commonTerms: await countCommonTerms(table),
    };
  }

  async #files(name: KnowledgeTable, version: number): Promise<TableFile[]> {
    const folder = this.place.folderOf(name);
    if (!folder) return [];
    const { base, abandoned } = this.staged;
    const files = await listTableFiles(folder, version, base?.tables[name].files);
    return files.filter(({ path }) => !abandoned.has(path) || isVersionFile(path));
  }

  async #assertHeld(): Promise<void> {
    if (!(await this.lock.isHeld())) throw new Error('the writer lock was lost; nothing more is written');
  }
}
