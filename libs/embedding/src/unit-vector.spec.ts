import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unitVector } from './unit-vector.js';

const invalid = expect.objectContaining({ code: 'embedding.invalid', retryable: false });

describe('unitVector', () => {
  it('has length one and the direction of its input', () => {
    const component = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(component, { minLength: 1, maxLength: 64 }), (values) => {
        fc.pre(values.some((value) => Math.abs(value) > 1e-3));
        const vector = unitVector(values, values.length);
        const norm = Math.hypot(...values);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
        vector.forEach((value, at) => expect(value).toBeCloseTo(values[at]! / norm, 4));
      }),
    );
  });

  it.each([[[Number.NaN, 1]], [[Number.POSITIVE_INFINITY, 1]], [[0, 0]]])('refuses %p', (values) => {
    expect(() => unitVector(values, 2)).toThrow(invalid);
  });

  it('refuses another number of dimensions', () => {
    expect(() => unitVector([1, 2, 3], 2)).toThrow('3 dimensions instead of 2');
  });

  it('does not share memory with its input', () => {
    const values = Float32Array.of(3, 4);
    unitVector(values, 2)[0] = 9;
    expect([...values]).toEqual([3, 4]);
  });
});
