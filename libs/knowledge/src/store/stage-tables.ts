import type { Table } from '@lancedb/lancedb';
import type { KnowledgePlace } from './connect-knowledge.js';
import { Journal } from './journal.js';
import { KnowledgeError, NO_TABLES, problem } from './knowledge-problem.js';
import { KNOWLEDGE_TABLES, type KnowledgeTable } from './knowledge-row.js';
import { type KnowledgeStamp, stampMismatch } from './knowledge-stamp.js';
import type { Manifest, TableEntry } from './manifest.js';
import { pruneOldVersions } from './prune-versions.js';
import { rowSchema } from './row-schema.js';
import { TableFileCheck } from './table-files.js';

export interface StageOptions {
  /** Local folder for the lock and the journal. */
  readonly stateDir: string;
  /** Stamp of the rows to be written. */
  readonly stamp: KnowledgeStamp;
  /**
   * Identifies the operation (`ingest notes ./docs`). If a run was killed, the same operation resumes its staged
   * changes; any other operation starts from the committed version.
   */
  readonly intent: string;
  /** Whether to start from empty tables. Readers keep the old version until the commit. */
  readonly rebuild?: boolean;
}

export type OpenTables = Readonly<Record<KnowledgeTable, Table>>;

export interface StagedTables {
  readonly tables: OpenTables;
  /** The committed manifest; undefined when there is none. */
  readonly base: Manifest | undefined;
  /** Files of the committed version that the staged tables do not use. */
  readonly abandoned: ReadonlySet<string>;
  readonly journal: Journal;
}

/** Readers poll every second or two, so after this time no reader uses a version before the current one. */
const LAGGING_READERS_MS = 60_000;

/**
 * Opens the tables for writing, either with the staged changes of an interrupted run of the same operation or as
 * committed.
 */
export async function stageTables(place: KnowledgePlace, options: StageOptions): Promise<StagedTables> {
  const { stateDir, stamp, intent, rebuild = false } = options;
  const base = await readBase(place, stamp, rebuild);
  const journal = new Journal(stateDir);
  const entry = { intent, revision: base?.revision ?? 0, stamp: JSON.stringify(stamp) };
  const resumes = await journal.continues(entry);
  const tables: Partial<Record<KnowledgeTable, Table>> = {};
  for (const name of KNOWLEDGE_TABLES)
    tables[name] = await stage(place, name, { stamp, resumes, base: rebuild ? undefined : base?.tables[name] });
  await journal.open(entry);
  const abandoned = new Set(rebuild && base ? KNOWLEDGE_TABLES.flatMap((name) => filesOf(base.tables[name])) : []);
  const staged = { tables: tables as OpenTables, journal, abandoned };
  if (!base || rebuild || resumes) return { ...staged, base };
  const readersHaveLeft = Date.now() - Date.parse(base.committedAt) >= LAGGING_READERS_MS;
  return { ...staged, base: readersHaveLeft ? await pruneOldVersions(place, staged.tables, base) : base };
}

const filesOf = ({ files }: TableEntry): readonly string[] => files.map(({ path }) => path);

async function readBase(place: KnowledgePlace, stamp: KnowledgeStamp, rebuild: boolean): Promise<Manifest | undefined> {
  if (rebuild) return place.manifests.read().catch(() => undefined);
  const base = await place.manifests.read().catch((cause: unknown) => {
    throw new KnowledgeError(problem('corrupt', 'the manifest of the knowledge tables cannot be read'), { cause });
  });
  if (!base) throw new KnowledgeError(NO_TABLES);
  const mismatch = stampMismatch(base, stamp);
  if (mismatch) throw new KnowledgeError(mismatch);
  await assertUndamaged(place, base);
  return base;
}

/** Checks for damage before writing. An index rebuilt from damaged rows would pass the check and hide the damage. */
async function assertUndamaged(place: KnowledgePlace, base: Manifest): Promise<void> {
  const check = new TableFileCheck();
  for (const name of KNOWLEDGE_TABLES) {
    const folder = place.folderOf(name);
    if (folder && (await check.firstDamaged(folder, base.tables[name].files)))
      throw new KnowledgeError(problem('corrupt', `table ${name} is damaged or incomplete`));
  }
}

interface StageTable {
  readonly stamp: KnowledgeStamp;
  readonly resumes: boolean;
  /** The committed version to start from; undefined to start with an empty table. */
  readonly base: TableEntry | undefined;
}

async function stage(
  place: KnowledgePlace,
  name: KnowledgeTable,
  { stamp, resumes, base }: StageTable,
): Promise<Table> {
  const found = await place.connection.openTable(name).catch(() => undefined);
  const exists = found !== undefined || (await place.connection.tableNames()).includes(name);
  if (found && resumes) return found;
  if (!base) return exists ? emptiedTable(place, name, stamp.dimensions) : newTable(place, name, stamp.dimensions);
  if (!found) throw new KnowledgeError(problem('corrupt', `table ${name} cannot be opened`));
  if ((await found.version()) === base.version) return found;
  await found.checkout(base.version);
  await found.restore();
  return found;
}

const newTable = (place: KnowledgePlace, name: string, dimensions: number, mode?: 'overwrite'): Promise<Table> =>
  place.connection.createEmptyTable(name, rowSchema(dimensions), { mode: mode ?? 'create' });

/**
 * Overwriting keeps the previous versions for readers. A table that is too damaged to be overwritten is dropped and
 * recreated.
 */
async function emptiedTable(place: KnowledgePlace, name: string, dimensions: number): Promise<Table> {
  try {
    return await newTable(place, name, dimensions, 'overwrite');
  } catch {
    await place.connection.dropTable(name);
    return newTable(place, name, dimensions);
  }
}
