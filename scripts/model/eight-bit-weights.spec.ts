import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eightBitWeights } from './eight-bit-weights.js';

const BLOCK = 4;
const shapes = fc.record({ blocks: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 5 }) });

/** Random matrices, column by column as in the model. */
const matrices = shapes.chain(({ blocks, columns }) =>
  fc.record({
    rows: fc.constant(blocks * BLOCK),
    columns: fc.constant(columns),
    bits: fc.array(fc.nat(15), { minLength: blocks * BLOCK * columns, maxLength: blocks * BLOCK * columns }),
    scales: fc.array(fc.float({ min: Math.fround(1e-6), max: 2, noNaN: true }), {
      minLength: blocks * columns,
      maxLength: blocks * columns,
    }),
  }),
);

const pack = (bits: readonly number[]) =>
  Uint8Array.from({ length: bits.length / 2 }, (_, at) => bits[2 * at] | (bits[2 * at + 1] << 4));

describe('eightBitWeights', () => {
  it('keeps every weight within half a step of its column’s scale', () => {
    fc.assert(
      fc.property(matrices, ({ rows, columns, bits, scales }) => {
        const shape = { rows, columns, block: BLOCK };
        const { values, scales: columnScales } = eightBitWeights(pack(bits), Float32Array.from(scales), shape);
        for (const [at, four] of bits.entries()) {
          const [column, row] = [Math.floor(at / rows), at % rows];
          const weight = (four - 8) * scales[Math.floor(at / BLOCK)];
          const step = columnScales[column];
          expect(Math.abs(values[row * columns + column] * step - weight)).toBeLessThanOrEqual(0.501 * step);
        }
      }),
    );
  });

  it('uses 7 bits and a sign, of which two products with a byte fit 16 bits', () => {
    const { values, scales } = eightBitWeights(pack([0, 15, 8, 9]), Float32Array.of(1), {
      rows: 4,
      columns: 1,
      block: 4,
    });
    expect([...values]).toEqual([-63, 55, 0, 8]);
    expect(scales[0]).toBeCloseTo(8 / 63, 6);
  });

  it('leaves a column of zeros alone', () => {
    const { values, scales } = eightBitWeights(pack([8, 8, 8, 8]), Float32Array.of(1), {
      rows: 4,
      columns: 1,
      block: 4,
    });
    expect([...values]).toEqual([0, 0, 0, 0]);
    expect(scales[0]).toBe(1);
  });
});
