import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type HeldLock,
  type Holder,
  KnowledgeBusyError,
  holderSchema,
  isAlive,
  nameOf,
  newHolder,
} from './lock-holder.js';

/** Interval of the holder's heartbeat. */
const HEARTBEAT_MS = 2_000;
/**
 * Taking over a dead holder's lock takes milliseconds. An older guard file was left by a process that died during the
 * takeover.
 */
const TAKEOVER_MS = 5_000;

/** Exclusive lock for writers to a folder. A second writer is rejected immediately; the lock of a dead process is taken over. */
export class WriterLock implements HeldLock {
  #heartbeat: NodeJS.Timeout | undefined;

  private constructor(
    private readonly path: string,
    private readonly holder: Holder,
  ) {}

  /** @throws KnowledgeBusyError without waiting. */
  static async acquire(folder: string): Promise<WriterLock> {
    await mkdir(folder, { recursive: true });
    const lock = new WriterLock(join(folder, 'writer.lock'), newHolder());
    if (!(await lock.#create())) await lock.#takeOver();
    lock.#heartbeat = setInterval(() => void lock.#beat(), HEARTBEAT_MS).unref();
    return lock;
  }

  /** Checks for another writer before a process loads the modules that writing needs. @throws KnowledgeBusyError */
  static async assertFree(folder: string): Promise<void> {
    const path = join(folder, 'writer.lock');
    const holder = await readHolder(path);
    if (holder && isAlive(holder, await ageMs(path))) throw new KnowledgeBusyError(nameOf(holder));
  }

  /** False when another process has taken over the lock. */
  async isHeld(): Promise<boolean> {
    return (await readHolder(this.path))?.token === this.holder.token;
  }

  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    if (await this.isHeld()) await rm(this.path, { force: true });
  }

  async #beat(): Promise<void> {
    const now = new Date();
    if (await this.isHeld()) await utimes(this.path, now, now).catch(() => undefined);
  }

  /** Creates the lock file by linking a complete file, which is atomic: no process can read a partial lock. */
  async #create(): Promise<boolean> {
    return createWhole(this.path, JSON.stringify(this.holder));
  }

  /**
   * Takes over the lock of a dead process. The guard file ensures that only one process at a time does so and none
   * removes the lock of its successor.
   */
  async #takeOver(): Promise<void> {
    const guard = `${this.path}.takeover`;
    if ((await ageMs(guard)) > TAKEOVER_MS) await rm(guard, { force: true });
    if (!(await createWhole(guard, ''))) throw new KnowledgeBusyError('it is just starting');
    try {
      const holder = await readHolder(this.path);
      if (holder && isAlive(holder, await ageMs(this.path))) throw new KnowledgeBusyError(nameOf(holder));
      await rm(this.path, { force: true });
      if (!(await this.#create())) throw new KnowledgeBusyError('it is just starting');
    } finally {
      await rm(guard, { force: true });
    }
  }
}

async function createWhole(path: string, text: string): Promise<boolean> {
  const fresh = `${path}.${randomUUID()}`;
  await writeFile(fresh, text);
  try {
    await link(fresh, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(fresh, { force: true });
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Returns the milliseconds since the file was modified; 0 when it does not exist. */
async function ageMs(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found ? Date.now() - found.mtimeMs : 0;
}
