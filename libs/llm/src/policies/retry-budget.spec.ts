import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RetryBudget } from './retry-budget.js';

describe('RetryBudget', () => {
  it('lets the first section of a process retry once', () => {
    const budget = new RetryBudget();
    budget.deposit();
    expect([budget.take(), budget.take()]).toEqual([true, false]);
  });

  it('never allows more than one retry and 20 % of the sections', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 500 }), (events) => {
        const budget = new RetryBudget();
        let [sections, retries] = [0, 0];
        for (const begins of events) {
          if (begins) {
            sections++;
            budget.deposit();
          } else if (budget.take()) retries++;
          expect(retries).toBeLessThanOrEqual(0.8 + 0.2 * sections + 1e-9);
        }
      }),
    );
  });

  it('saves up ten retries and no more', () => {
    const budget = new RetryBudget();
    for (let section = 0; section < 1_000; section++) budget.deposit();
    expect(Array.from({ length: 20 }, () => budget.take()).filter(Boolean)).toHaveLength(10);
  });
});
