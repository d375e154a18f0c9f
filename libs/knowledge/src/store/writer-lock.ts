import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const holderSchema = z.object({ pid: z.int(), host: z.string(), born: z.string(), token: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** Heartbeat of the holder, and the silence after which its lock may be taken over. */
const HEARTBEAT_MS = 2_000;
const SILENT_MS = 30_000;
/** Taking over a dead holder's lock takes milliseconds; a guard this old was left by a process that died in it. */
const TAKEOVER_MS = 5_000;

/** Another process writes to the tables. */
export class KnowledgeBusyError extends Error {
  readonly code = 'knowledge.busy';

  constructor(holder: string) {
    super(`another writer is at work on the knowledge tables (${holder}); try again when it has finished`);
  }
}

/** One writer at a time. A second one is refused at once; the lock of a dead process is taken over. */
export class WriterLock {
  #heartbeat: NodeJS.Timeout | undefined;

  private constructor(
    private readonly path: string,
    private readonly holder: Holder,
  ) {}

  /** @throws KnowledgeBusyError without waiting. */
  static async acquire(folder: string): Promise<WriterLock> {
    await mkdir(folder, { recursive: true });
    const lock = new WriterLock(join(folder, 'writer.lock'), {
      pid: process.pid,
      host: hostname(),
      born: birthOf(process.pid),
      token: randomUUID(),
    });
    if (!(await lock.#create())) await lock.#takeOver();
    lock.#heartbeat = setInterval(() => void lock.#beat(), HEARTBEAT_MS).unref();
    return lock;
  }

  /** Early check before a process loads what it needs for writing. @throws KnowledgeBusyError */
  static async assertFree(folder: string): Promise<void> {
    const path = join(folder, 'writer.lock');
    const holder = await readHolder(path);
    if (holder && (await isAlive(holder, path))) throw new KnowledgeBusyError(nameOf(holder));
  }

  /** False when another process took the lock over. */
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

  /** Linking a finished file is atomic: a lock is never read half written. */
  async #create(): Promise<boolean> {
    return createWhole(this.path, JSON.stringify(this.holder));
  }

  /** The guard lets one process at a time decide about a dead lock, so that none removes the lock of a successor. */
  async #takeOver(): Promise<void> {
    const guard = `${this.path}.takeover`;
    if ((await silence(guard)) > TAKEOVER_MS) await rm(guard, { force: true });
    if (!(await createWhole(guard, ''))) throw new KnowledgeBusyError('it is just starting');
    try {
      const holder = await readHolder(this.path);
      if (holder && (await isAlive(holder, this.path))) throw new KnowledgeBusyError(nameOf(holder));
      await rm(this.path, { force: true });
      if (!(await this.#create())) throw new KnowledgeBusyError('it is just starting');
    } finally {
      await rm(guard, { force: true });
    }
  }
}

const nameOf = ({ pid, host }: Holder): string => `process ${pid} on ${host}`;

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

async function isAlive(holder: Holder, path: string): Promise<boolean> {
  if (holder.host !== hostname()) return (await silence(path)) < SILENT_MS;
  return holder.born === birthOf(holder.pid) && runs(holder.pid) && (await silence(path)) < SILENT_MS;
}

/** Milliseconds since a file was touched; 0 when it is not there. */
async function silence(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found ? Date.now() - found.mtimeMs : 0;
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process numbers come back, above all in containers; together with the start time (Linux) they do not. */
function birthOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[19] ?? '';
  } catch {
    return '';
  }
}
