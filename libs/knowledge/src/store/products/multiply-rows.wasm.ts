/**
 * A multiplication loop in WebAssembly, because JavaScript has no SIMD instructions. The bytes follow the WebAssembly
 * core specification 2.0: section 5.4 defines the instruction opcodes, section 5.5 the module sections.
 */

/** Number of floats multiplied per loop iteration; the length of a row is a multiple of it. */
export const FLOATS_PER_ITERATION = 8;

const I32 = 0x7f;
const V128 = 0x7b;
const NOTHING = 0x40;
/** Alignments of memory accesses, as exponents of two. */
const [OF_16_BYTES, OF_4_BYTES] = [4, 2];

const [vector, row, endOfRows, rowBytes, out, at, even, odd] = [0, 1, 2, 3, 4, 5, 6, 7];
const [types, imports, functions, exports, codes] = [1, 2, 3, 7, 10];
const magicAndVersion = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

const get = (local: number) => [0x20, local];
const set = (local: number, ...value: number[]) => [...value, 0x21, local];
const int = (value: number) => [0x41, value];
const add = (...both: number[]) => [...both, 0x6a];
const isLess = (...both: number[]) => [...both, 0x49];
const addFloats = (...both: number[]) => [...both, 0x92];
const storeFloat = (...addressAndValue: number[]) => [...addressAndValue, 0x38, OF_4_BYTES, 0];
/** Loads four floats at once. */
const loadFour = (offset: number, ...address: number[]) => [...address, 0xfd, 0x00, OF_16_BYTES, offset];
const noneOfFour = [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)];
const multiplyFours = (...both: number[]) => [...both, 0xfd, 0xe6, 0x01];
const addFours = (...both: number[]) => [...both, 0xfd, 0xe4, 0x01];
const ofFour = (lane: number, ...four: number[]) => [...four, 0xfd, 0x1f, lane];
/** Repeats the body as long as the condition holds. */
const repeat = (body: number[], condition: number[]) => [0x03, NOTHING, ...body, ...condition, 0x0d, 0, 0x0b];

const productsOfFour = (offset: number) =>
  multiplyFours(
    ...loadFour(offset, ...add(...get(vector), ...get(at))),
    ...loadFour(offset, ...add(...get(row), ...get(at))),
  );

// Two accumulators, because with one each addition would have to wait for the previous one.
const sumRow = repeat(
  [
    ...set(even, ...addFours(...get(even), ...productsOfFour(0))),
    ...set(odd, ...addFours(...get(odd), ...productsOfFour(16))),
    ...set(at, ...add(...get(at), ...int(4 * FLOATS_PER_ITERATION))),
  ],
  isLess(...get(at), ...get(rowBytes)),
);

const multiplyRows = repeat(
  [
    ...set(at, ...int(0)),
    ...set(even, ...noneOfFour),
    ...set(odd, ...noneOfFour),
    ...sumRow,
    ...set(even, ...addFours(...get(even), ...get(odd))),
    ...storeFloat(
      ...get(out),
      ...addFloats(
        ...addFloats(...ofFour(0, ...get(even)), ...ofFour(1, ...get(even))),
        ...addFloats(...ofFour(2, ...get(even)), ...ofFour(3, ...get(even))),
      ),
    ),
    ...set(row, ...add(...get(row), ...get(rowBytes))),
    ...set(out, ...add(...get(out), ...int(4))),
  ],
  isLess(...get(row), ...get(endOfRows)),
);

const unsigned = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
const sized = (bytes: readonly number[]) => [...unsigned(bytes.length), ...bytes];
const name = (text: string) => sized([...Buffer.from(text)]);
const section = (id: number, ...content: number[]) => [id, ...sized(content)];

/**
 * Module that imports the memory `env.memory` and exports `multiply(vector, row, endOfRows, rowBytes, out)`. All
 * arguments are byte offsets or lengths. It writes the product of the vector and each row to `out` as floats. There
 * must be at least one row.
 */
export const MULTIPLY_ROWS = Uint8Array.from([
  ...magicAndVersion,
  ...section(types, 1, 0x60, ...sized([I32, I32, I32, I32, I32]), 0),
  ...section(imports, 1, ...name('env'), ...name('memory'), 2, 0, 1),
  ...section(functions, 1, 0),
  ...section(exports, 1, ...name('multiply'), 0, 0),
  ...section(codes, 1, ...sized([2, 1, I32, 2, V128, ...multiplyRows, 0x0b])),
]);
