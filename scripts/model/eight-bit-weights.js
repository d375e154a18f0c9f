/** The widest that processors without instructions for it can add up: two products of 255 · 63 still fit 16 bits. */
const MOST = 63;
/** What stands for zero in four bits. */
const ZERO = 8;

/**
 * Weights in blocks of 4 bits (ONNX Runtime's `MatMulNBits`) as 8-bit weights with one scale a column.
 * @param {Uint8Array} packed two weights a byte, the lower four bits first; column by column
 * @param {Float32Array} scales one a block, column by column
 * @param {{ rows: number, columns: number, block: number }} shape `rows` is a multiple of `block`
 * @returns {{ values: Int8Array, scales: Float32Array }} row by row, as `MatMulInteger` wants them; a scale a column
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
    const scale = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST || 1;
    columnScales[at] = scale;
    for (let row = 0; row < rows; row++) values[row * columns + at] = Math.round(column[row] / scale);
  }
  return { values, scales: columnScales };
}
