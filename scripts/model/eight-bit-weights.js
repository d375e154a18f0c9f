/**
 * Largest absolute weight that CPUs without instructions for 8-bit products can add without overflow: two products of
 * 255 · 63 fit 16 bits.
 */
const MAX_WEIGHT = 63;
/** The 4-bit value that represents zero. */
const ZERO = 8;

/**
 * Converts 4-bit weights in blocks (`MatMulNBits` of ONNX Runtime) to 8-bit weights with one scale per column.
 * @param {Uint8Array} packed two weights per byte, lower four bits first, column by column
 * @param {Float32Array} scales one per block, column by column
 * @param {{ rows: number, columns: number, block: number }} shape `rows` is a multiple of `block`
 * @returns {{ values: Int8Array, scales: Float32Array }} values row by row, as `MatMulInteger` requires, and one scale
 *   per column
 */
export function eightBitWeights(packed, scales, { rows, columns, block }) {
  const values = new Int8Array(rows * columns);
  const columnScales = new Float32Array(columns);
  const column = new Float32Array(rows);
  for (let at = 0; at < columns; at++) {
    for (let row = 0; row < rows; row++) {
      const weight = at * rows + row;
      const bits = (packed[weight >> 1] >> (weight % 2 === 0 ? 0 : 4)) & 15;
      column[row] = (bits - ZERO) * scales[Math.floor(weight / block)];
    }
    const scale = column.reduce((max, value) => Math.max(max, Math.abs(value)), 0) / MAX_WEIGHT || 1;
    columnScales[at] = scale;
    for (let row = 0; row < rows; row++) values[row * columns + at] = Math.round(column[row] / scale);
  }
  return { values, scales: columnScales };
}
