import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inBatches } from './in-batches.js';

describe('inBatches', () => {
  it('gives the results in the order of the items, whatever the sizes', async () => {
    const sizes = fc.record({ size: fc.integer({ min: 1, max: 9 }), atOnce: fc.integer({ min: 1, max: 5 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer()), sizes, async (items, options) => {
        const doubled = await inBatches(items, options, async (batch) => {
          if (batch[0]! % 2) await turn();
          return batch.map((item) => item * 2);
        });
        expect(doubled).toEqual(items.map((item) => item * 2));
      }),
    );
  });

  it('respects the concurrency limit', async () => {
    let running = 0;
    let most = 0;
    await inBatches('abcdefghij'.split(''), { size: 1, atOnce: 3 }, async (batch) => {
      most = Math.max(most, ++running);
      await turn();
      running--;
      return batch;
    });
    expect(most).toBe(3);
  });

  it('starts no batch after a failure', async () => {
    const begun: string[] = [];
    const failing = inBatches('abcdefghij'.split(''), { size: 1, atOnce: 2 }, async ([item]) => {
      begun.push(item!);
      await turn();
      throw new Error(item);
    });
    await expect(failing).rejects.toThrow('a');
    await turn();
    expect(begun).toEqual(['a', 'b']);
  });
});
