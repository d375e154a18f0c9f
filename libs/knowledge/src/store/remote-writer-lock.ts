import type { Connection, Table } from '@lancedb/lancedb';
import { Field, Float64, Schema, Utf8 } from 'apache-arrow';
import {
  type HeldLock,
  type Holder,
  KnowledgeBusyError,
  holderSchema,
  isAlive,
  nameOf,
  newHolder,
} from './lock-holder.js';

/** Interval of the holder's heartbeat; each one writes a few small objects. */
const HEARTBEAT_MS = 5_000;
const PREFIX = 'writer-lock-';
const FIRST_VERSION = 1;
const SCHEMA = new Schema([new Field('holder', new Utf8(), false), new Field('beatAt', new Float64(), false)]);

interface LockRow {
  readonly holder: string;
  readonly beatAt: number;
}

interface FoundLock {
  readonly table: string;
  readonly holder: Holder;
  readonly silenceMs: number;
}

/**
 * Exclusive lock for writers to object storage, which has neither links nor renames. The lock is a table, because only
 * one process can write its first version. Each version names the holder; the newest one is its last heartbeat. The
 * table name contains a counter, so that two processes which take over the lock of a dead one compete for the same name.
 */
export class RemoteWriterLock implements HeldLock {
  #heartbeat: NodeJS.Timeout | undefined;

  private constructor(
    private readonly connection: Connection,
    private readonly table: string,
    private readonly holder: Holder,
  ) {}

  /** @throws KnowledgeBusyError without waiting. */
  static async acquire(connection: Connection): Promise<RemoteWriterLock> {
    const dead = await locksOf(connection);
    assertNoneAlive(dead);
    const numbers = dead.map(({ table }) => Number(table.slice(PREFIX.length)));
    const lock = new RemoteWriterLock(connection, `${PREFIX}${Math.max(0, ...numbers) + 1}`, newHolder());
    await lock.#create();
    try {
      // Storage without conditional writes lets two processes create their tables, so check once more.
      assertNoneAlive((await locksOf(connection)).filter(({ holder }) => holder.token !== lock.holder.token));
    } catch (error) {
      await lock.release();
      throw error;
    }
    for (const { table } of dead) await connection.dropTable(table).catch(() => undefined);
    lock.#heartbeat = setInterval(() => void lock.#beat(), HEARTBEAT_MS).unref();
    return lock;
  }

  async isHeld(): Promise<boolean> {
    return (await readLock(this.connection, this.table))?.holder.token === this.holder.token;
  }

  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    if (await this.isHeld()) await this.connection.dropTable(this.table).catch(() => undefined);
  }

  async #create(): Promise<void> {
    const table = await this.connection
      .createTable(this.table, [this.#row()], { schema: SCHEMA, mode: 'create' })
      .catch(async (cause: unknown) => {
        if ((await locksOf(this.connection)).length > 0) return undefined;
        throw cause;
      });
    // LanceDB checks and then writes: another process may have written the first version in between.
    if ((await table?.version()) !== FIRST_VERSION) throw new KnowledgeBusyError('it is just starting');
  }

  async #beat(): Promise<void> {
    if (!(await this.isHeld().catch(() => false))) return;
    const table = await this.connection.openTable(this.table);
    await table.add([this.#row()], { mode: 'overwrite' }).catch(() => undefined);
  }

  #row(): Record<keyof LockRow, unknown> {
    return { holder: JSON.stringify(this.holder), beatAt: Date.now() };
  }
}

function assertNoneAlive(locks: readonly FoundLock[]): void {
  const alive = locks.find(({ holder, silenceMs }) => isAlive(holder, silenceMs));
  if (alive) throw new KnowledgeBusyError(nameOf(alive.holder));
}

async function locksOf(connection: Connection): Promise<readonly FoundLock[]> {
  const names = (await connection.tableNames()).filter((name) => name.startsWith(PREFIX));
  const locks = await Promise.all(names.map((name) => readLock(connection, name)));
  return locks.filter((lock) => lock !== undefined);
}

/** Undefined when the table does not exist, or is just being created or dropped. */
async function readLock(connection: Connection, table: string): Promise<FoundLock | undefined> {
  try {
    const opened = await connection.openTable(table);
    const { beatAt } = await rowOf(opened);
    await opened.checkout(FIRST_VERSION);
    const { holder } = await rowOf(opened);
    return { table, holder: holderSchema.parse(JSON.parse(holder)), silenceMs: Date.now() - beatAt };
  } catch {
    return undefined;
  }
}

/** @throws Error when the table has no row */
async function rowOf(table: Table): Promise<LockRow> {
  const [row] = (await table.query().limit(1).toArray()) as readonly LockRow[];
  if (!row) throw new Error('the table has no row');
  return row;
}
