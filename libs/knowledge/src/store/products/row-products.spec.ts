import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RowProducts } from './row-products.js';

const plain = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

describe('RowProducts', () => {
  it('equals the plain loop for any number of rows and dimensions', () => {
    const float = fc.float({ min: -1, max: 1, noNaN: true });
    const shape = fc.record({ rows: fc.nat(40), dimensions: fc.integer({ min: 1, max: 70 }) });
    const given = shape.chain(({ rows, dimensions }) => {
      const vector = fc.array(float, { minLength: dimensions, maxLength: dimensions });
      return fc.record({ vector, rows: fc.array(vector, { minLength: rows, maxLength: rows }) });
    });
    fc.assert(
      fc.property(given, ({ vector, rows }) => {
        const products = new RowProducts(rows.length, vector.length);
        rows.forEach((row, at) => products.set(at, Float32Array.from(row)));
        const found = products.with(Float32Array.from(vector));
        expect(found).toHaveLength(rows.length);
        rows.forEach((row, at) => expect(found[at]).toBeCloseTo(plain(row, vector), 4));
      }),
    );
  });

  it('returns results that the next call does not change', () => {
    const products = new RowProducts(2, 3);
    products.set(0, Float32Array.of(1, 0, 0));
    products.set(1, Float32Array.of(0, 1, 1));
    const first = products.with(Float32Array.of(1, 2, 3));
    products.with(Float32Array.of(9, 9, 9));
    expect([...first]).toEqual([1, 5]);
  });

  it('supports more rows than one page of memory', () => {
    const products = new RowProducts(1_000, 384);
    products.set(999, new Float32Array(384).fill(0.5));
    const found = products.with(new Float32Array(384).fill(1));
    expect([found[0], found[999]]).toEqual([0, 192]);
  });
});
