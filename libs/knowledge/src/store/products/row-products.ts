import { FLOATS_PER_ITERATION, MULTIPLY_ROWS } from './multiply-rows.wasm.js';

const PAGE_BYTES = 65_536;
const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

type Multiply = (vector: number, row: number, endOfRows: number, rowBytes: number, out: number) => void;

let code: WebAssembly.Module | undefined;

/**
 * Vectors in contiguous memory, all multiplied with another vector in one call: 0.1 ms of one core for 1 000 vectors of
 * 384 floats.
 */
export class RowProducts {
  readonly #memory: WebAssembly.Memory;
  readonly #multiply: Multiply;
  /** Distance between two rows in floats; the padding after the dimensions is 0. */
  readonly #stride: number;

  /** @throws RangeError when the memory cannot be allocated. */
  constructor(
    private readonly rows: number,
    dimensions: number,
  ) {
    this.#stride = Math.ceil(dimensions / FLOATS_PER_ITERATION) * FLOATS_PER_ITERATION;
    const floats = (rows + 1) * this.#stride + rows;
    this.#memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil((floats * FLOAT_BYTES) / PAGE_BYTES)) });
    code ??= new WebAssembly.Module(MULTIPLY_ROWS);
    const { exports } = new WebAssembly.Instance(code, { env: { memory: this.#memory } });
    this.#multiply = exports.multiply as Multiply;
  }

  set(row: number, values: Float32Array): void {
    new Float32Array(this.#memory.buffer).set(values, row * this.#stride);
  }

  /** Returns the product of each row with a vector of the same dimensions. */
  with(vector: Float32Array): Float32Array {
    if (this.rows === 0) return new Float32Array();
    const rowBytes = this.#stride * FLOAT_BYTES;
    const end = this.rows * rowBytes;
    const out = end + rowBytes;
    this.set(this.rows, vector);
    this.#multiply(end, 0, end, rowBytes, out);
    return new Float32Array(this.#memory.buffer, out, this.rows).slice();
  }
}
