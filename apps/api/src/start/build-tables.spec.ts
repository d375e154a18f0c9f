import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildTables } from './build-tables.js';

const PROGRESS = { phase: 'embedding', done: 1, total: 2, passages: 1 } as const;

describe('buildTables', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'build-tables-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs a module that sends these messages as the child process. */
  async function build(messages: readonly object[], end = 'process.disconnect()') {
    const main = join(folder, 'main.mjs');
    const sends = messages.map((message) => `process.send(${JSON.stringify(message)});`);
    writeFileSync(main, [...sends, end].join('\n'));
    const progress: unknown[] = [];
    const outcome = await buildTables((step) => progress.push(step), main);
    return { progress, outcome };
  }

  it('reports progress and resolves with the outcome', async () => {
    const built = await build([{ progress: PROGRESS }, { outcome: 'built' }]);
    expect(built).toEqual({ progress: [PROGRESS], outcome: 'built' });
  });

  it('rejects with code and message of the error in the child process', async () => {
    const failed = build([{ error: { code: 'ENOSPC', message: 'no space left' } }]);
    await expect(failed).rejects.toMatchObject({ code: 'ENOSPC', message: 'no space left' });
  });

  it('rejects when the child process ends without a result', async () => {
    await expect(build([{ progress: PROGRESS }], 'process.exit(9)')).rejects.toThrow('ended');
  });
});
