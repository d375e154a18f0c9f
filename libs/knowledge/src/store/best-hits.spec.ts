import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestFirst, bestHits, positionsOf } from './best-hits.js';

describe('bestHits', () => {
  it('equals the prefix of a full sort', () => {
    // Few distinct scores, so that many are equal.
    const scored = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60 });
    fc.assert(
      fc.property(scored, fc.integer({ min: 0, max: 20 }), fc.integer({ min: -4, max: 2 }), (values, limit, above) => {
        const rowIds = values.map((_, index) => BigInt((index * 37) % 61));
        const positions = Uint32Array.from(values.keys());
        const all = values.map((score, index) => ({ rowId: rowIds[index]!, score }));
        const expected = all.filter(({ score }) => score > above).toSorted(bestFirst);
        const found = bestHits(Float32Array.from(values), positions, rowIds, { limit, above });
        expect(found).toEqual(expected.slice(0, limit));
      }),
    );
  });
});

describe('positionsOf', () => {
  it('returns the positions of the wanted rows in order', () => {
    expect([...positionsOf([5n, 9n, 2n], new Set([2n, 5n, 7n]))]).toEqual([0, 2]);
  });
});
