import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { holderSchema, isAlive, newHolder } from './lock-holder.js';

const serverSchema = z.object({
  url: z.url(),
  /** `LANCEDB_URI` of the server. */
  tables: z.string().optional(),
});

/** A server that searches the tables of a data folder. */
export type RunningServer = Readonly<z.infer<typeof serverSchema>>;

const recordSchema = z.object({ server: serverSchema, process: holderSchema });
const fileIn = (folder: string): string => join(folder, 'server.json');

/**
 * Records this process as the server of a data folder. The record needs no removal: it counts only while the process
 * runs. A folder that cannot be written to gets none.
 * @param folder the state folder
 */
export async function announceServer(folder: string, server: RunningServer): Promise<void> {
  const text = JSON.stringify({ server, process: newHolder() });
  await mkdir(folder, { recursive: true })
    .then(() => writeFile(fileIn(folder), text))
    .catch(() => undefined);
}

/** Returns the server of this host that was the last to record itself, if it is still running. */
export async function findServer(folder: string): Promise<RunningServer | undefined> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => '');
  try {
    const { server, process } = recordSchema.parse(JSON.parse(text));
    return process.host === hostname() && isAlive(process, 0) ? server : undefined;
  } catch {
    return undefined;
  }
}
