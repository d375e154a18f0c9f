import { describe, expect, it } from '@jest/globals';
import { spreadApart } from './wheel-geometry.js';

describe('spreadApart', () => {
  it('keeps glyphs apart from each other', () => {
    const [first = 0, second = 0, third = 0] = spreadApart([359, 1, 3], 10);
    expect(second + 360 - first).toBeGreaterThan(9.9);
    expect(third - second).toBeGreaterThan(9.9);
  });

  it('keeps glyphs off the axes, each on its side', () => {
    const shown = spreadApart([9, 10, 12, 192], 11.5, [11, 191]);
    expect(shown[1]).toBeCloseTo(11 - 6);
    expect(shown[0]).toBeCloseTo(11 - 6 - 11.5);
    expect(shown[2]).toBeGreaterThan(11 + 5.99);
    expect(shown[3]).toBeGreaterThan(191 + 5.99);
  });

  it('leaves glyphs with enough space where they are', () => {
    expect(spreadApart([50, 100, 300], 11.5, [0, 180])).toEqual([50, 100, 300]);
  });
});
