import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Table } from '@lancedb/lancedb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { connect } from './lancedb.js';
import { MemoryVectors } from './memory-vectors.js';
import { rowSchema } from './row-schema.js';

const DIMENSIONS = 6;

describe('MemoryVectors', () => {
  let folder: string;
  let table: Table;
  let vectors: MemoryVectors;
  const unit = (values: readonly number[]) => {
    const length = Math.hypot(...values) || 1;
    return Float32Array.from(values, (value) => value / length);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vectors-'));
    table = await (await connect(folder)).createEmptyTable('t', rowSchema(DIMENSIONS));
    const text = { collection: '', document: '', hash: '', domain: '', record: '{}' };
    const row = (_: unknown, index: number) => ({
      ...text,
      id: `${index}`,
      lang: index % 3 === 0 ? 'ko' : 'en',
      tokens: '',
      title_tokens: '',
      vector:
        index % 7 === 0
          ? null
          : unit(Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(index * 12.9898 + at * 78.233))),
    });
    await table.add(Array.from({ length: 200 }, row));
    vectors = await MemoryVectors.load(table, DIMENSIONS);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const rowIds = async (where: string) => {
    const rows = await table.query().where(where).withRowId().select(['_rowid']).toArrow();
    return new Set(rows.getChild('_rowid')?.toArray() as BigUint64Array);
  };

  it('finds the same rows as an exact scan by LanceDB, under the same condition', async () => {
    const direction = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: DIMENSIONS,
      maxLength: DIMENSIONS,
    });
    const where = fc.constantFrom('true', "lang = 'ko'", "lang = 'en'");
    await fc.assert(
      fc.asyncProperty(direction, where, fc.integer({ min: 1, max: 30 }), async (values, condition, limit) => {
        fc.pre(Math.hypot(...values) > 0.1);
        const vector = unit(values);
        const exact = await table
          .vectorSearch(vector)
          .distanceType('cosine')
          .where(condition)
          .limit(limit)
          .select(['_distance'])
          .toArray();
        const found = vectors.nearest(vector, limit, vectors.positionsOf(await rowIds(condition)));
        expect(found).toHaveLength(exact.length);
        for (const [rank, { score }] of found.entries())
          expect(score).toBeCloseTo(1 - (exact[rank] as { _distance: number })._distance, 4);
      }),
      { numRuns: 40 },
    );
  });

  it('returns nothing when no row matches the condition', () => {
    expect(vectors.nearest(unit([1, 0, 0, 0, 0, 0]), 5, vectors.positionsOf(new Set()))).toEqual([]);
  });
});
