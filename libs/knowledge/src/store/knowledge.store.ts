import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { KnowledgeUnavailableError } from '../knowledge-unavailable.error.js';
import { type KnowledgePlace, connectKnowledge } from './connect-knowledge.js';
import { type KnowledgeProblem, problem } from './knowledge-problem.js';
import { KNOWLEDGE_TABLES, type KnowledgeTable } from './knowledge-row.js';
import { KnowledgeSnapshot } from './knowledge-snapshot.js';
import { type KnowledgeStamp, stampDifferences } from './knowledge-stamp.js';
import type { Manifest } from './manifest.js';
import { TableFileCheck } from './table-files.js';

export type KnowledgeStatus =
  | {
      readonly ready: true;
      readonly revision: number;
      readonly committedAt: string;
      readonly rows: Readonly<Record<KnowledgeTable, number>>;
    }
  | { readonly ready: false; readonly problem: KnowledgeProblem };

export interface KnowledgeStoreOptions {
  /** Folder of the tables, or `s3://…`. */
  readonly uri: string;
  /** What the tables must have been made with. A rejection is a problem like any other. */
  readonly expected: () => Promise<KnowledgeStamp>;
  /** Called once for each version opened and each problem found or resolved. */
  readonly onChange?: (status: KnowledgeStatus) => void;
}

/** Also the longest time until another process's commit is served. */
const POLL_MS = 1_000;

/** Read access to the knowledge tables: serves the newest committed version, or reports why there is none. */
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

  /** Opens what there is and follows later commits. Never rejects: a problem is a status. */
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
    const { revision, committedAt, tables } = this.#snapshot.manifest;
    const rows = { domain: tables.domain.rows, corpus: tables.corpus.rows };
    return { ready: true, revision, committedAt, rows };
  }

  /** Why this process cannot build or load what is missing; undefined once it can. */
  buildFailed(found: KnowledgeProblem | undefined): void {
    this.#buildProblem = found;
    this.#announce();
  }

  /** @throws KnowledgeUnavailableError while no valid version is open. */
  current(): KnowledgeSnapshot {
    if (this.#snapshot) return this.#snapshot;
    throw new KnowledgeUnavailableError(this.#problem.reason);
  }

  /** Looks for a newer version and for damage; what was committed before the call is seen when it resolves. */
  refresh(): Promise<void> {
    const looked = (this.#refreshing ?? Promise.resolve()).then(() => this.#refresh());
    this.#refreshing = looked;
    return looked.finally(() => {
      if (this.#refreshing === looked) this.#refreshing = undefined;
    });
  }

  async #refresh(): Promise<void> {
    try {
      this.#place ??= await connectKnowledge(this.options.uri);
      const manifest = await this.#place.manifests.read();
      const found = manifest
        ? await this.#problemOf(this.#place, manifest)
        : problem('missing', 'there are no knowledge tables yet');
      if (found) this.#fail(found);
      else if (manifest && manifest.committedAt !== this.#snapshot?.manifest.committedAt)
        this.#snapshot = await KnowledgeSnapshot.open(this.#place, manifest);
    } catch (error) {
      this.#fail(problem('corrupt', `the knowledge tables cannot be read: ${firstLine(error)}`));
    }
    this.#announce();
  }

  async #problemOf(place: KnowledgePlace, manifest: Manifest): Promise<KnowledgeProblem | undefined> {
    const expected = await this.#expectedOf(manifest);
    const differences = KNOWLEDGE_TABLES.flatMap((name) => stampDifferences(manifest.tables[name].stamp, expected));
    if (differences.length > 0) {
      // Not remembered: an embedder that has to be asked for its model may only now come to know it.
      this.#expected = undefined;
      return problem('mismatch', [...new Set(differences)].join('; '));
    }
    const damaged = await this.#damagedTable(place, manifest);
    return damaged ? problem('corrupt', `table ${damaged} is damaged or incomplete`) : undefined;
  }

  /** Asked once a commit: a rebuild of a changed pack must not look like a mismatch to a server that has seen the old. */
  async #expectedOf({ committedAt }: Manifest): Promise<KnowledgeStamp> {
    if (this.#expected?.committedAt !== committedAt)
      this.#expected = { committedAt, stamp: await this.options.expected() };
    return this.#expected.stamp;
  }

  async #damagedTable(place: KnowledgePlace, manifest: Manifest): Promise<string | undefined> {
    for (const name of KNOWLEDGE_TABLES) {
      const folder = place.folderOf(name);
      if (!folder) continue;
      // A writer may just have removed old files: then the manifest no longer lists them.
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
    const said = JSON.stringify(status);
    if (said === this.#announced) return;
    this.#announced = said;
    this.options.onChange?.(status);
  }
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
