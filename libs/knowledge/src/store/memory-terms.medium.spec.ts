import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Table } from '@lancedb/lancedb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fullText } from './full-text.js';
import { connect } from './lancedb.js';
import { MemoryTerms } from './memory-terms.js';
import { rowSchema } from './row-schema.js';
import { createIndex, missingIndices } from './table-indices.js';

const WORDS = ['snake', 'house', 'water', 'tooth', 'moon', '뱀이', '뱀', '집'];

describe('MemoryTerms', () => {
  let folder: string;
  let table: Table;
  let terms: MemoryTerms;
  let all: Uint32Array;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'terms-'));
    table = await (await connect(folder)).createEmptyTable('t', rowSchema(2));
    const text = { collection: '', document: '', hash: '', domain: '', record: '{}', vector: null };
    // Rows of 0 to 11 words, some of which occur several times.
    const tokens = (index: number) =>
      Array.from({ length: index % 12 }, (_, at) => WORDS[(index * 7 + at * at) % WORDS.length]).join(' ');
    const row = (_: unknown, index: number) => ({
      ...text,
      id: `${index}`,
      lang: index % 3 === 0 ? 'ko' : 'en',
      tokens: tokens(index),
      title_tokens: tokens(index + 5),
    });
    await table.add(Array.from({ length: 300 }, row));
    for (const index of await missingIndices(table)) await createIndex(table, index);
    terms = await MemoryTerms.load(table);
    all = terms.positionsOf(await rowIds('true'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const rowIds = async (where: string) => {
    const rows = await table.query().where(where).withRowId().select(['_rowid']).toArrow();
    return new Set(rows.getChild('_rowid')?.toArray() as BigUint64Array);
  };

  it('finds the same rows as LanceDB’s index, with the same scores, under the same condition', async () => {
    const asked = fc.array(fc.constantFrom(...WORDS, 'unknown'), { minLength: 1, maxLength: 6 });
    const where = fc.constantFrom('true', "lang = 'ko'", "lang = 'en'");
    await fc.assert(
      fc.asyncProperty(asked, where, async (words, condition) => {
        const hits = await fullText(table, words, { limit: 300, where: condition });
        const expected = new Map(hits.map(({ rowId, score }) => [rowId, score]));
        const found = terms.matching(words, 300, terms.positionsOf(await rowIds(condition)));
        expect(new Set(found.map(({ rowId }) => rowId))).toEqual(new Set(expected.keys()));
        for (const { rowId, score } of found) expect(score).toBeCloseTo(expected.get(rowId)!, 3);
      }),
      { numRuns: 60 },
    );
  });

  it('returns the best rows first, and equal ones in the order of writing', () => {
    const every = terms.matching(['snake', 'moon'], 300, all);
    expect(terms.matching(['snake', 'moon'], 7, all)).toEqual(every.slice(0, 7));
    for (const [rank, { rowId, score }] of every.entries()) {
      const next = every[rank + 1];
      if (next) expect(score > next.score || (score === next.score && rowId < next.rowId)).toBe(true);
    }
  });

  it('returns nothing for unknown words or when no row matches the condition', () => {
    expect(terms.matching(['unknown'], 5, all)).toEqual([]);
    expect(terms.matching(['snake'], 5, terms.positionsOf(new Set()))).toEqual([]);
  });
});
