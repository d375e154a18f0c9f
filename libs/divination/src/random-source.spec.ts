import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomSource } from './random-source.js';

const throws = (seed: number | undefined, bound: number, count: number) => {
  const random = randomSource(seed);
  return Array.from({ length: count }, () => random.below(bound));
};

describe('randomSource', () => {
  it('repeats itself with a seed and differs between seeds, also in the upper half of a large one', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        expect(throws(seed, 1_000, 20)).toEqual(throws(seed, 1_000, 20));
        expect(throws(seed, 2 ** 32, 4)).not.toEqual(throws((seed + 2 ** 32) % Number.MAX_SAFE_INTEGER, 2 ** 32, 4));
      }),
    );
  });

  it('stays below the bound', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, bound) => {
        for (const n of throws(seed, bound, 10)) {
          expect(Number.isInteger(n) && n >= 0 && n < bound).toBe(true);
        }
      }),
    );
  });

  it.each([[7], [undefined]])('gives all sides of a die equal frequency (seed %s)', (seed) => {
    const counts = [0, 0, 0, 0, 0, 0];
    for (const side of throws(seed, 6, 60_000)) counts[side] = (counts[side] ?? 0) + 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // With five degrees of freedom, the statistic exceeds 35 by chance about twice in a million runs.
    expect(chiSquare).toBeLessThan(35);
  });
});
