import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConcurrencyLimit } from './concurrency-limit.js';

describe('ConcurrencyLimit', () => {
  it('halves on a refusal, once for all that were sent together', () => {
    const limit = new ConcurrencyLimit(64);
    limit.refused(0, 63, 10);
    expect(limit.value).toBe(32);
    limit.refused(0, 62, 11);
    expect(limit.value).toBe(32);
    limit.refused(20, 40, 30);
    expect(limit.value).toBe(16);
  });

  it('never stays above what is still being served', () => {
    const limit = new ConcurrencyLimit(64);
    for (let others = 63; others >= 0; others--) limit.refused(0, others, 10);
    expect(limit.value).toBe(1);
  });

  it('grows by one a second while all of it is used', () => {
    const limit = new ConcurrencyLimit(10);
    limit.refused(0, 9, 0);
    expect(limit.value).toBe(5);
    limit.served(true, 1_900);
    expect(limit.value).toBe(5);
    limit.served(false, 2_000);
    expect(limit.value).toBe(5);
    for (let now = 2_000; now <= 20_000; now += 100) limit.served(true, now);
    expect(limit.value).toBe(10);
  });

  it('grows less often after refused increases', () => {
    const limit = new ConcurrencyLimit(64);
    limit.refused(0, 0, 0);
    const stepsAt: number[] = [];
    for (let now = 100; now <= 120_000; now += 100) {
      const before = limit.value;
      limit.served(true, now);
      if (limit.value === before) continue;
      stepsAt.push(now);
      limit.refused(now, 1, now + 10);
    }
    const gaps = stepsAt.map((at, index) => Math.round((at - (stepsAt[index - 1] ?? 0)) / 1_000));
    expect(gaps).toEqual([2, 4, 8, 16, 32]);
  });

  it('reports changes only', () => {
    const seen: number[] = [];
    const limit = new ConcurrencyLimit(4, (value) => seen.push(value));
    limit.served(true, 0);
    limit.refused(0, 3, 1);
    limit.refused(0, 2, 2);
    limit.refused(0, 1, 3);
    expect(seen).toEqual([2, 1]);
  });

  it('stays between 1 and the maximum', () => {
    const event = fc.tuple(fc.boolean(), fc.nat({ max: 100 }), fc.nat({ max: 5_000 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.array(event), (max, events) => {
        const limit = new ConcurrencyLimit(max);
        let now = 0;
        for (const [refused, others, laterMs] of events) {
          now += laterMs;
          if (refused) limit.refused(now - others, others, now);
          else limit.served(true, now);
          expect(limit.value).toBeGreaterThanOrEqual(1);
          expect(limit.value).toBeLessThanOrEqual(max);
        }
      }),
    );
  });
});
