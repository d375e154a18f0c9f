import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { FakeEmbedder } from '@app/embedding/testing';
import { DocumentIngestion, KnowledgeBootstrap, openKnowledge } from '@app/knowledge';
import { KnowledgeFolder } from '@app/knowledge/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const MAIN = 'dist/test/harness/ingest-main.js';
const KILLS = 20;
const DOCUMENTS = 60;
/** File size limit that simulates a full disk, in blocks of 1 024 bytes: less than one batch of rows. */
const FULL_BLOCKS = 64;

describe('an interrupted ingestion', () => {
  let folder: KnowledgeFolder;
  let notes: string;

  beforeEach(async () => {
    folder = await KnowledgeFolder.create();
    notes = join(folder.config.dataDir, 'notes');
    await mkdir(notes);
  });
  afterEach(() => folder[Symbol.asyncDispose]());

  it(`produces the same content as an uninterrupted one after ${KILLS} kills at random points`, async () => {
    await writeNotes(notes, 0);
    const durationMs = await runWhole();
    let kills = 0;
    for (let round = 1; kills < KILLS; round++) {
      // The documents change every third round; other rounds resume the killed run.
      if (round % 3 === 1) await writeNotes(notes, round);
      if (await runAndKill(Math.random() * durationMs)) kills++;
      expect(await statusOf(folder)).toMatchObject({ ready: true });
    }
    await runWhole();
    await using fresh = await freshlyIngested();
    const content = await contentOf(folder);
    expect(content.length).toBeGreaterThan(DOCUMENTS);
    expect(content).toEqual(await contentOf(fresh));
  }, 600_000);

  it('does not affect readers when the disk is full and completes once there is space', async () => {
    await writeNotes(notes, 0);
    await runWhole();
    const before = await contentOf(folder);
    await writeNotes(notes, 1);
    const full = await outcomeOf(startOnFullDisk());
    expect(full.code).toBe(1);
    expect(full.errors).toMatch(/os error (27|28)/);
    expect(await statusOf(folder)).toMatchObject({ ready: true });
    expect(await contentOf(folder)).toEqual(before);
    await runWhole();
    await using fresh = await freshlyIngested();
    expect(await contentOf(folder)).toEqual(await contentOf(fresh));
  }, 120_000);

  it('lets one of two concurrent writers write and rejects the other', async () => {
    await writeNotes(notes, 0);
    await runWhole();
    await writeNotes(notes, 1);
    const outcomes = await Promise.all([start(), start()].map((child) => outcomeOf(child)));
    const [winner, loser] = outcomes.toSorted((one, other) => (one.code ?? 1) - (other.code ?? 1));
    expect(winner?.code).toBe(0);
    // A second run that starts after the first one ended finds nothing to do.
    if (loser?.code === 0) expect(loser.output).toContain(`"unchanged":${DOCUMENTS}`);
    else expect(loser?.errors).toContain('another writer is at work');
    await using fresh = await freshlyIngested();
    expect(await contentOf(folder)).toEqual(await contentOf(fresh));
  }, 120_000);

  it('reports damaged tables, and rebuilding keeps readable ingested documents', async () => {
    await writeNotes(notes, 0);
    await runWhole();
    const before = (await contentOf(folder)).length;
    await rm(join(folder.config.lancedbUri, 'domain.lance'), { recursive: true });
    expect(await statusOf(folder)).toMatchObject({ ready: false, problem: { code: 'corrupt' } });
    const ingestion = new DocumentIngestion(folder.config, new FakeEmbedder());
    await expect(ingestion.ingest({ paths: [notes], collection: 'notes' })).rejects.toThrow('npm run rag -- rebuild');
    const bootstrap = new KnowledgeBootstrap(folder.config, new FakeEmbedder());
    expect(await bootstrap.rebuild()).toMatchObject({ ownDocumentsLost: false });
    expect(await statusOf(folder)).toMatchObject({ ready: true });
    expect(await contentOf(folder)).toHaveLength(before);
    await flipByte(join(folder.config.lancedbUri, 'corpus.lance', 'data'));
    expect(await statusOf(folder)).toMatchObject({ ready: false, problem: { code: 'corrupt' } });
    expect(await bootstrap.rebuild()).toMatchObject({ ownDocumentsLost: true });
    expect(await statusOf(folder)).toMatchObject({ ready: true });
  }, 120_000);

  const command = () => [MAIN, JSON.stringify(folder.config), notes];
  const start = () => spawn(process.execPath, command(), { stdio: ['ignore', 'pipe', 'pipe'] });
  /** Writing beyond the limit fails as on a full disk; Node ignores SIGXFSZ. */
  const startOnFullDisk = () =>
    spawn('bash', ['-c', `ulimit -f ${FULL_BLOCKS}; exec "$0" "$@"`, process.execPath, ...command()], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  /** Content after an uninterrupted ingestion into new tables. */
  async function freshlyIngested(): Promise<KnowledgeFolder> {
    const fresh = await KnowledgeFolder.create();
    const copy = { ...fresh.config, knowledgeDir: folder.config.knowledgeDir };
    await new KnowledgeBootstrap(copy, new FakeEmbedder()).ensure();
    await new DocumentIngestion(copy, new FakeEmbedder()).ingest({ paths: [notes], collection: 'notes' });
    return fresh;
  }

  /** @returns milliseconds from the first write to the end */
  async function runWhole(): Promise<number> {
    const child = start();
    child.stderr.resume();
    await begun(child);
    const startedAt = performance.now();
    child.stdout.resume();
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    return performance.now() - startedAt;
  }

  /** @returns false when it ended before the kill */
  async function runAndKill(afterMs: number): Promise<boolean> {
    const child = start();
    child.stderr.resume();
    const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    await begun(child);
    child.stdout.resume();
    await Promise.race([delay(afterMs), exited]);
    child.kill('SIGKILL');
    const [, signal] = await exited;
    return signal === 'SIGKILL';
  }
});

/** Resolves at the first output line; rejects when the child exits before. */
async function begun(child: ChildProcessByStdio<null, Readable, Readable>): Promise<void> {
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`exited with ${code} before it started`)),
  );
  ended.catch(() => {});
  await Promise.race([once(child.stdout, 'data'), ended]);
}

async function outcomeOf(child: ChildProcessByStdio<null, Readable, Readable>) {
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { output, errors, code };
}

/** Texts of a version; consecutive versions overlap. */
async function writeNotes(path: string, version: number): Promise<void> {
  for (let at = 0; at < DOCUMENTS; at++) {
    const changes = at % 2 === 0 ? version : 0;
    const lines = Array.from(
      { length: 120 },
      (_, line) => `Note ${at} in version ${changes} tells dream ${line} of a snake.`,
    );
    await writeFile(join(path, `note-${at}.txt`), lines.join(' '));
  }
}

async function statusOf({ config }: KnowledgeFolder) {
  const store = await openKnowledge({
    uri: config.lancedbUri,
    expected: () => new KnowledgeBootstrap(config, new FakeEmbedder()).stamp(),
  });
  store.close();
  return store.status();
}

async function contentOf({ config }: KnowledgeFolder): Promise<readonly string[]> {
  const store = await openKnowledge({
    uri: config.lancedbUri,
    expected: () => new KnowledgeBootstrap(config, new FakeEmbedder()).stamp(),
  });
  store.close();
  const rows: string[] = [];
  const columns = [
    'id',
    'collection',
    'document',
    'hash',
    'lang',
    'title',
    'text',
    'source',
    'tokens',
    'vector',
  ] as const;
  for await (const batch of store.current().table('corpus').scan(columns))
    for (const row of batch) rows.push(JSON.stringify(columns.map((column) => plain(row[column]))));
  return rows.toSorted();
}

const plain = (value: unknown): unknown =>
  value && typeof value === 'object' ? [...(value as Iterable<number>)] : value;

async function flipByte(path: string): Promise<void> {
  const [name = ''] = await readdir(path);
  const bytes = await readFile(join(path, name));
  bytes[100] = (bytes[100] ?? 0) ^ 0xff;
  await writeFile(join(path, name), bytes);
}
