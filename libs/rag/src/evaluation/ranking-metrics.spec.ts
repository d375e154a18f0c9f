import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ndcg, recall, reciprocalRank } from './ranking-metrics.js';

const judgements = new Map([
  ['a', 3],
  ['b', 1],
  ['c', 2],
  ['d', 0],
]);

describe('ranking metrics', () => {
  it('gives nDCG as computed by hand', () => {
    // Gain 1/1 + 0/1.585 + 3/2 = 2.5; ideal 3/1 + 2/1.58496 + 1/2 = 4.76186.
    expect(ndcg(['b', 'd', 'a'], judgements, 10)).toBeCloseTo(2.5 / 4.761_859_507_142_915, 12);
    expect(ndcg(['a', 'c', 'b'], judgements, 10)).toBe(1);
  });

  it('cuts nDCG at k, also the ideal order', () => {
    expect(ndcg(['c', 'a'], judgements, 1)).toBeCloseTo(2 / 3, 12);
  });

  it('counts what is relevant for recall', () => {
    expect(recall(['b', 'x', 'a', 'c'], judgements, 3)).toBeCloseTo(2 / 3, 12);
    expect(recall(['d'], judgements, 10)).toBe(0);
  });

  it('looks for the first relevant document', () => {
    expect(reciprocalRank(['x', 'd', 'c'], judgements, 10)).toBeCloseTo(1 / 3, 12);
    expect(reciprocalRank(['x', 'd', 'c'], judgements, 2)).toBe(0);
  });

  it('is 0 where nothing is judged relevant', () => {
    const none = new Map([['a', 0]]);
    expect([ndcg(['a'], none, 10), recall(['a'], none, 10), reciprocalRank(['a'], none, 10)]).toEqual([0, 0, 0]);
  });

  it('stays between 0 and 1 for any ranking', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'.split('')));
    const grades = fc.dictionary(fc.constantFrom(...'abcdefgh'.split('')), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(ids, grades, fc.integer({ min: 1, max: 10 }), (ranking, graded, k) => {
        for (const metric of [ndcg, recall, reciprocalRank]) {
          const value = metric(ranking, new Map(Object.entries(graded)), k);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });
});
