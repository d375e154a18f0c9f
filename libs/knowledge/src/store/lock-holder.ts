import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

/** The process that holds a lock. */
export const holderSchema = z.object({ pid: z.int(), host: z.string(), born: z.string(), token: z.string() });
export type Holder = Readonly<z.infer<typeof holderSchema>>;

/** Without a heartbeat for this long, another process may take over a lock. */
const SILENT_MS = 30_000;

/** What a writer requires of its lock, wherever that is stored. */
export interface HeldLock {
  /** False when another process has taken over the lock. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** Another process is writing to the tables. */
export class KnowledgeBusyError extends Error {
  readonly code = 'knowledge.busy';

  constructor(holder: string) {
    super(`another writer is at work on the knowledge tables (${holder}); try again when it has finished`);
  }
}

/** This process with a token that no other lock has. */
export const newHolder = (): Holder => ({
  pid: process.pid,
  host: hostname(),
  born: birthOf(process.pid),
  token: randomUUID(),
});

export const nameOf = ({ pid, host }: Holder): string => `process ${pid} on ${host}`;

/** @param silenceMs time since the holder's last heartbeat */
export function isAlive(holder: Holder, silenceMs: number): boolean {
  if (silenceMs >= SILENT_MS) return false;
  return holder.host !== hostname() || (holder.born === birthOf(holder.pid) && runs(holder.pid));
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Start time of the process (Linux only). Process ids are reused, especially in containers, but not in combination with
 * the start time.
 */
function birthOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[19] ?? '';
  } catch {
    return '';
  }
}
