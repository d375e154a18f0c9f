import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Table } from '@lancedb/lancedb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RowCache } from './row-cache.js';
import { connect } from './lancedb.js';
import { rowSchema } from './row-schema.js';
import { storedRows } from './table-reader.js';

describe('RowCache', () => {
  let folder: string;
  let table: Table;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'records-'));
    table = await (await connect(folder)).createEmptyTable('t', rowSchema(2));
    const rest = {
      collection: '',
      document: '',
      hash: '',
      domain: '',
      lang: 'ko',
      tokens: '',
      title_tokens: '',
      vector: null,
    };
    const row = (_: unknown, index: number) => ({
      ...rest,
      id: `${index}`,
      record: JSON.stringify({ id: `${index}`, text: `뱀 ${index}` }),
    });
    // Several writes and a deletion, so that the row ids are not consecutive.
    for (const size of [3, 40, 1]) await table.add(Array.from({ length: size }, row));
    await table.delete("id = '2'");
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('returns the same rows as LanceDB by row id', async () => {
    const stored = await storedRows(table.query());
    const held = await RowCache.load(table, 1e6);
    expect(stored.size).toBe(42);
    for (const [rowId, row] of stored) expect(held?.row(rowId)).toEqual(row);
    expect(held?.row(987_654n)).toBeUndefined();
  });

  it('caches nothing of a table that is too large', async () => {
    expect(await RowCache.load(table, 100)).toBeUndefined();
  });
});
