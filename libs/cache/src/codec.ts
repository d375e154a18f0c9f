import { z } from 'zod';

/** Encoding of one layer's values: `decode(encode(value))` equals the value. */
export interface Codec<Value> {
  encode(value: Value): Buffer;
  /** @throws when the bytes are not a value of this layer; the value then counts as absent */
  decode(bytes: Buffer): Value;
}

/**
 * @param shape schema of decoded values, which another version may have written; it only validates and removes nothing
 */
export function jsonCodec<Value>(shape: z.ZodType = z.unknown()): Codec<Value> {
  return {
    encode: (value) => Buffer.from(JSON.stringify(value)),
    decode: (bytes) => {
      const value: unknown = JSON.parse(bytes.toString());
      shape.parse(value);
      return value as Value;
    },
  };
}

/** Four bytes per dimension, little-endian. */
export const vectorCodec: Codec<Float32Array> = {
  encode: (vector) => Buffer.from(vector.buffer.slice(vector.byteOffset, vector.byteOffset + vector.byteLength)),
  decode: (bytes) => {
    if (bytes.byteLength === 0 || bytes.byteLength % 4 !== 0) throw new RangeError('not a vector');
    // Copy: the bytes may not be aligned to four bytes in the receive buffer.
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  },
};
