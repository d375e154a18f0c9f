import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScriptableUpstream } from '../harness/index.js';
import { waitUntil } from '../harness/wait-until.js';
import { ApiProcess } from './api-process.js';
import { readDream } from './client.js';
import { type Row, type Seen, all } from './row.js';

export interface StartContext {
  readonly upstream: ScriptableUpstream;
  /** A new folder for each row. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
}

const RECOVERY_MS = 90_000;
/** A user id that owns no files. */
const NOBODY = 65_534;

interface Trouble {
  readonly variables: Readonly<Record<string, string>>;
  /** Pattern of the reason in the health response and in the log. */
  readonly reason: RegExp;
  readonly indicator: 'knowledge' | 'embedder';
  readonly uid?: number | undefined;
  readonly end: () => Promise<unknown>;
}

/**
 * Expects the server to be live but not ready, to report a reason and a command, and to become ready after the trouble
 * ends.
 */
async function survives({ upstream, variables }: StartContext, trouble: Trouble): Promise<Seen> {
  const api = await ApiProcess.start({ ...variables, ...trouble.variables }, { until: 'live', uid: trouble.uid });
  try {
    const problem = async () => (await api.health())[trouble.indicator];
    await waitUntil(async () => trouble.reason.test(JSON.stringify(await problem())), 20_000).catch(() => {});
    const ready = await api.probe('ready');
    const { reason, command } = (await api.health())['knowledge'] ?? {};
    await trouble.end();
    await waitUntil(async () => (await api.probe('ready')) === 200, RECOVERY_MS).catch(() => {});
    upstream.mode = 'ok?tokens=5';
    const recovered = [await api.probe('ready'), (await readDream(api.url)).status];
    return all({
      'not ready': [ready, ready === 503],
      reason: [reason, trouble.reason.test(String(reason))],
      command: [command, typeof command === 'string'],
      log: [trouble.reason.test(api.output), trouble.reason.test(api.output)],
      recovered: [recovered, recovered.join() === '200,ok'],
    });
  } finally {
    await api.kill();
  }
}

async function embedderAway(context: StartContext): Promise<Seen> {
  await context.upstream.stop();
  return survives(context, {
    variables: { DATA_DIR: join(context.folder, 'embedder') },
    reason: /embeddings server/,
    indicator: 'knowledge',
    end: () => context.upstream.start(),
  });
}

async function unwritable(context: StartContext): Promise<Seen> {
  const folder = join(context.folder, 'unwritable');
  await mkdir(folder, { mode: 0o555 });
  const isRoot = process.getuid?.() === 0;
  return survives(context, {
    variables: { DATA_DIR: folder },
    reason: /cannot be written/,
    indicator: 'knowledge',
    // Permissions do not apply to root.
    uid: isRoot ? NOBODY : undefined,
    end: () => chmod(folder, 0o777),
  });
}

/** Uses a file system of 1 MB, which only root can mount. */
async function diskFull(context: StartContext): Promise<Seen> {
  if (process.getuid?.() !== 0) return { ok: true, seen: 'SKIPPED: needs root to mount a small file system' };
  const folder = join(context.folder, 'full');
  await mkdir(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  try {
    return await survives(context, {
      variables: { DATA_DIR: folder },
      reason: /disk is full/,
      indicator: 'knowledge',
      end: async () => execFileSync('mount', ['-o', 'remount,size=200m', folder]),
    });
  } finally {
    execFileSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true });
  }
}

const EXPECTED = 'up, not ready, reason and command, recovers by itself';

export const startRows: readonly Row<StartContext>[] = [
  { id: 'B1', fault: 'start: embeddings server away', expected: EXPECTED, run: embedderAway },
  { id: 'B1', fault: 'start: DATA_DIR cannot be written', expected: EXPECTED, run: unwritable },
  { id: 'B1', fault: 'start: disk full', expected: EXPECTED, run: diskFull },
];
