import { describe, expect, it } from '@jest/globals';
import { OpenReadings } from './open-readings.js';

describe('OpenReadings', () => {
  it('gives as many places as there are, each back once', async () => {
    const open = new OpenReadings(1_000);
    const places = await Promise.all([1, 2, 3].map(() => open.take('a', 2)));
    expect(places.filter(Boolean)).toHaveLength(2);
    expect(await open.take('b', 2)).toBeDefined();
    places.find(Boolean)?.();
    expect(await open.take('a', 2)).toBeDefined();
    expect(await open.take('a', 2)).toBeUndefined();
  });
});
