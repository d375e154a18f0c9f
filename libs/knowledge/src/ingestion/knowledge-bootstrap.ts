import type { RagConfig } from '@app/config';
import type { Embedder } from '@app/embedding';
import { ANALYZER_VERSION } from '@app/text';
import { connectExisting } from '../store/connect-knowledge.js';
import { KNOWLEDGE_TABLES } from '../store/knowledge-row.js';
import { type KnowledgeStamp, stampMismatch } from '../store/knowledge-stamp.js';
import { KnowledgeWriter } from '../store/knowledge.writer.js';
import { type PrebuiltTables, openCommitted } from '../store/prebuilt-tables.js';
import { stateDir } from '../store/state-dir.js';
import { KnowledgeBusyError } from '../store/lock-holder.js';
import type { IngestionProgress } from './ingestion-progress.js';
import { type PackFile, packVersion, readPack } from './pack-files.js';
import { ownRows } from './own-rows.js';
import { draftsOf } from './pack-drafts.js';
import { writeDrafts } from './write-drafts.js';

export interface BuildOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestionProgress) => void;
}

export interface RebuildResult {
  readonly rows: number;
  /** True when a table with ingested documents was too damaged to be read. They must be ingested again. */
  readonly ownDocumentsLost: boolean;
}

const NEVER = new AbortController().signal;

/**
 * Outcome of `ensure` and `ensureWritable`: the tables were built, already existed, came with the program, or are being
 * built by another process.
 */
export type BootstrapOutcome = 'built' | 'reused' | 'prebuilt' | 'elsewhere';

/** Builds the knowledge tables from the built-in knowledge files (the pack). */
export class KnowledgeBootstrap {
  constructor(
    private readonly config: Pick<RagConfig, 'knowledgeDir' | 'dataDir' | 'lancedbUri'>,
    private readonly embedder: Embedder,
    private readonly prebuilt?: PrebuiltTables,
  ) {}

  /** Returns the stamp of tables that would be built now. @throws Error when the pack cannot be read. */
  async stamp(): Promise<KnowledgeStamp> {
    return this.#stampOf(await readPack(this.config.knowledgeDir));
  }

  /** True when the tables at `lancedbUri` were built with the current stamp. */
  async isCurrent(): Promise<boolean> {
    const manifest = await (await connectExisting(this.config.lancedbUri))?.manifests.read();
    return manifest !== undefined && !stampMismatch(manifest, await this.stamp());
  }

  /**
   * Builds the tables if there are neither tables at `lancedbUri` nor matching prebuilt ones. Tables with another stamp
   * are kept; `KnowledgeStore.status` reports the reason.
   */
  async ensure(options: BuildOptions = {}): Promise<BootstrapOutcome> {
    return (await this.available()) ?? this.#build(options);
  }

  /** Which tables can be served without building any; undefined when there are none. */
  async available(): Promise<'reused' | 'prebuilt' | undefined> {
    if (await this.#exist()) return 'reused';
    return (await this.prebuilt?.match(await this.stamp())) ? 'prebuilt' : undefined;
  }

  /** As `ensure`, but copies prebuilt tables to `lancedbUri`, where documents can be added to them. */
  async ensureWritable(options: BuildOptions = {}): Promise<BootstrapOutcome> {
    const available = await this.available();
    if (available === 'reused') return available;
    if (available === undefined) return this.#build(options);
    return this.#unlessBusy(() => this.#copyPrebuilt());
  }

  /**
   * Rebuilds all tables: built-in records from their files, ingested documents from the existing rows. Readers use the
   * old version until the rebuild is complete. After a crash, the same call resumes where it stopped.
   * @throws KnowledgeBusyError immediately when another process is writing.
   */
  async rebuild({ signal, onProgress }: BuildOptions = {}): Promise<RebuildResult> {
    const { lancedbUri: uri, dataDir, knowledgeDir } = this.config;
    const files = await readPack(knowledgeDir);
    const options = { uri, stateDir: stateDir(dataDir), stamp: this.#stampOf(files), intent: 'rebuild', rebuild: true };
    await using writer = await KnowledgeWriter.begin(options);
    const own = await ownRows(uri);
    const drafts = {
      domain: files.filter(({ table }) => table === 'domain').flatMap(draftsOf),
      corpus: [...files.filter(({ table }) => table === 'corpus').flatMap(draftsOf), ...own.rows],
    };
    const total = drafts.domain.length + drafts.corpus.length;
    let done = 0;
    const onWritten = (rows: number) => {
      done += rows;
      onProgress?.({ phase: 'embedding', done, total, passages: done });
    };
    for (const table of KNOWLEDGE_TABLES)
      await writeDrafts(writer, table, drafts[table], { embedder: this.embedder, signal: signal ?? NEVER, onWritten });
    const manifest = await writer.commit((steps, all) =>
      onProgress?.({ phase: 'indexing', done: steps, total: all, passages: total }),
    );
    if (writer.replaces) await writer.freeOldVersions(manifest);
    return { rows: total, ownDocumentsLost: own.lost };
  }

  async #exist(): Promise<boolean> {
    const place = await connectExisting(this.config.lancedbUri);
    // Report an unreadable manifest instead of discarding the tables.
    return (await place?.manifests.read().then(Boolean, () => true)) ?? false;
  }

  async #build(options: BuildOptions): Promise<BootstrapOutcome> {
    return this.#unlessBusy(async () => {
      await this.rebuild(options);
      return 'built';
    });
  }

  async #copyPrebuilt(): Promise<BootstrapOutcome> {
    const { lancedbUri: uri, dataDir } = this.config;
    const prebuilt = await this.prebuilt?.committed();
    const options = { uri, stateDir: stateDir(dataDir), stamp: await this.stamp(), intent: 'copy', rebuild: true };
    await using writer = await KnowledgeWriter.begin(options);
    // Another process has written tables since they were looked for.
    if (writer.replaces || !prebuilt) return 'reused';
    for (const name of KNOWLEDGE_TABLES) await writer.addAll(name, await openCommitted(prebuilt, name));
    await writer.commit();
    return 'prebuilt';
  }

  async #unlessBusy(write: () => Promise<BootstrapOutcome>): Promise<BootstrapOutcome> {
    try {
      return await write();
    } catch (error) {
      if (error instanceof KnowledgeBusyError) return 'elsewhere';
      throw error;
    }
  }

  #stampOf(files: readonly PackFile[]): KnowledgeStamp {
    const { model, dimensions } = this.embedder;
    return { model, dimensions, analyzer: ANALYZER_VERSION, pack: packVersion(files) };
  }
}
