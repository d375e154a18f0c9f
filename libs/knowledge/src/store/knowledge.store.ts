import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { KnowledgeUnavailableError } from '../knowledge-unavailable.error.js';
import { type KnowledgePlace, connectExisting } from './connect-knowledge.js';
import { type KnowledgeProblem, NO_TABLES, problem } from './knowledge-problem.js';
import { KNOWLEDGE_TABLES, type KnowledgeTable } from './knowledge-row.js';
import { KnowledgeSnapshot } from './knowledge-snapshot.js';
import { type KnowledgeStamp, stampMismatch } from './knowledge-stamp.js';
import type { Manifest } from './manifest.js';
import type { CommittedTables, PrebuiltTables } from './prebuilt-tables.js';
import { TableFileCheck } from './table-files.js';

export type KnowledgeStatus =
  | {
      readonly ready: true;
      /** Where the served tables are. */
      readonly uri: string;
      readonly revision: number;
      readonly committedAt: string;
      readonly rows: Readonly<Record<KnowledgeTable, number>>;
    }
  | { readonly ready: false; readonly problem: KnowledgeProblem };

export interface KnowledgeStoreOptions {
  /** Folder of the tables, or `s3://…`. */
  readonly uri: string;
  /** Served as long as `uri` has no tables, if they have the expected stamp. */
  readonly prebuilt?: PrebuiltTables;
  /**
   * Returns the stamp that the tables must have; undefined as long as the embedding model is not known, for instance
   * because its server has not answered yet. A rejection makes the store not ready.
   */
  readonly expected: () => Promise<KnowledgeStamp | undefined>;
  /** Called once for each opened version and for each problem that is found or resolved. */
  readonly onChange?: (status: KnowledgeStatus) => void;
}

/** Poll interval, and so the maximum delay until another process's commit is served. */
const POLL_MS = 1_000;

/**
 * Read access to the knowledge tables. Serves the newest committed version, or reports why no version can be served.
 */
export class KnowledgeStore implements OnModuleInit, OnModuleDestroy {
  readonly #files = new TableFileCheck();
  #place: KnowledgePlace | undefined;
  #snapshot: KnowledgeSnapshot | undefined;
  #problem: KnowledgeProblem = problem('missing', 'the knowledge tables are not open yet');
  #buildProblem: KnowledgeProblem | undefined;
  #poll: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> | undefined;
  #announced = '';
  #expected: { readonly committedAt: string; readonly stamp: KnowledgeStamp } | undefined;

  constructor(private readonly options: KnowledgeStoreOptions) {}

  /** Opens the tables and polls for later commits. Never rejects; `status()` reports problems. */
  async open(): Promise<void> {
    await this.refresh();
    this.#poll ??= setInterval(() => void (this.#refreshing ?? this.refresh()), POLL_MS).unref();
  }

  close(): void {
    clearInterval(this.#poll);
  }

  onModuleInit(): Promise<void> {
    return this.open();
  }

  onModuleDestroy(): void {
    this.close();
  }

  status(): KnowledgeStatus {
    if (!this.#snapshot) return { ready: false, problem: this.#buildProblem ?? this.#problem };
    const { uri, manifest } = this.#snapshot;
    const { revision, committedAt, tables } = manifest;
    const rows = { domain: tables.domain.rows, corpus: tables.corpus.rows };
    return { ready: true, uri, revision, committedAt, rows };
  }

  /** Sets the reason why this process cannot build or load missing tables; undefined clears it. */
  buildFailed(found: KnowledgeProblem | undefined): void {
    this.#buildProblem = found;
    this.#announce();
  }

  /** @throws KnowledgeUnavailableError while no valid version is open. */
  current(): KnowledgeSnapshot {
    if (this.#snapshot) return this.#snapshot;
    throw new KnowledgeUnavailableError(this.#problem.reason);
  }

  /**
   * Checks for a newer version and for damaged files. When it resolves, all commits made before the call have been
   * seen.
   */
  refresh(): Promise<void> {
    const refreshing = (this.#refreshing ?? Promise.resolve()).then(() => this.#refresh());
    this.#refreshing = refreshing;
    return refreshing.finally(() => {
      if (this.#refreshing === refreshing) this.#refreshing = undefined;
    });
  }

  async #refresh(): Promise<void> {
    try {
      const tables = await this.#committed();
      const found = tables ? await this.#problemOf(tables) : NO_TABLES;
      if (found) this.#fail(found);
      else if (tables && tables.manifest.committedAt !== this.#snapshot?.manifest.committedAt)
        this.#snapshot = await KnowledgeSnapshot.open(tables.place, tables.manifest);
    } catch (error) {
      this.#fail(problem('corrupt', `the knowledge tables cannot be read: ${firstLine(error)}`));
    }
    this.#announce();
  }

  /** The tables at `uri`, or the prebuilt ones if there are none and they have the expected stamp. */
  async #committed(): Promise<CommittedTables | undefined> {
    this.#place ??= await connectExisting(this.options.uri);
    const manifest = await this.#place?.manifests.read();
    if (this.#place && manifest) return { place: this.#place, manifest };
    const prebuilt = await this.options.prebuilt?.committed();
    const expected = prebuilt && (await this.#expectedOf(prebuilt.manifest));
    if (!expected || !stampMismatch(prebuilt.manifest, expected)) return prebuilt;
    this.#expected = undefined;
    return undefined;
  }

  async #problemOf({ place, manifest }: CommittedTables): Promise<KnowledgeProblem | undefined> {
    const expected = await this.#expectedOf(manifest);
    if (!expected) return problem('model_unknown', 'the embedding model is not known yet');
    const mismatch = stampMismatch(manifest, expected);
    if (mismatch) {
      this.#expected = undefined;
      return mismatch;
    }
    const damaged = await this.#damagedTable(place, manifest);
    return damaged ? problem('corrupt', `table ${damaged} is damaged or incomplete`) : undefined;
  }

  /**
   * Determined once per commit: when the built-in knowledge files change and another process rebuilds the tables, a
   * server with the old version must not report a mismatch.
   */
  async #expectedOf({ committedAt }: Manifest): Promise<KnowledgeStamp | undefined> {
    if (this.#expected?.committedAt === committedAt) return this.#expected.stamp;
    const stamp = await this.options.expected();
    this.#expected = stamp && { committedAt, stamp };
    return stamp;
  }

  async #damagedTable(place: KnowledgePlace, manifest: Manifest): Promise<string | undefined> {
    for (const name of KNOWLEDGE_TABLES) {
      const folder = place.folderOf(name);
      if (!folder) continue;
      // A writer may have removed old files in the meantime; the current manifest no longer lists those.
      const files = async () => (await place.manifests.read())?.tables[name].files ?? [];
      if (!(await this.#files.firstDamaged(folder, manifest.tables[name].files))) continue;
      if (await this.#files.firstDamaged(folder, await files())) return name;
    }
    return undefined;
  }

  #fail(found: KnowledgeProblem): void {
    this.#snapshot = undefined;
    this.#problem = found;
  }

  #announce(): void {
    const status = this.status();
    const announced = JSON.stringify(status);
    if (announced === this.#announced) return;
    this.#announced = announced;
    this.options.onChange?.(status);
  }
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
