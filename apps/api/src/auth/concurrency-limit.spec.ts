import { describe, expect, it } from '@jest/globals';
import { ConcurrencyLimit } from './concurrency-limit.js';

describe('ConcurrencyLimit', () => {
  it('gives out as many slots as there are, and each again once it is released', async () => {
    const limit = new ConcurrencyLimit(1_000);
    const slots = await Promise.all([1, 2, 3].map(() => limit.acquire('a', 2)));
    expect(slots.filter(Boolean)).toHaveLength(2);
    expect(await limit.acquire('b', 2)).toBeDefined();
    slots.find(Boolean)?.();
    expect(await limit.acquire('a', 2)).toBeDefined();
    expect(await limit.acquire('a', 2)).toBeUndefined();
  });
});
