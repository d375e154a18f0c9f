import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { jsonCodec, vectorCodec } from './codec.js';

describe('codecs', () => {
  it('restore vectors exactly, at any offset in a buffer', () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 1, maxLength: 64 }), fc.nat({ max: 7 }), (vector, offset) => {
        const bytes = vectorCodec.encode(vector);
        const moved = Buffer.concat([Buffer.alloc(offset), bytes]).subarray(offset);
        expect(vectorCodec.decode(moved)).toEqual(vector);
      }),
    );
  });

  it.each([0, 3, 5])('reject %i bytes as a vector', (length) => {
    expect(() => vectorCodec.decode(Buffer.alloc(length))).toThrow(RangeError);
  });

  it('encode only the part of the buffer that a vector views', () => {
    const view = new Float32Array(new Float32Array([1, 2, 3, 4]).buffer, 4, 2);
    expect(vectorCodec.decode(vectorCodec.encode(view))).toEqual(new Float32Array([2, 3]));
  });

  it('reject JSON of another shape and keep fields beside it', () => {
    const codec = jsonCodec<{ text: string }>(z.object({ text: z.string() }));
    expect(() => codec.decode(Buffer.from('{"words":[]}'))).toThrow(z.ZodError);
    expect(codec.decode(Buffer.from('{"text":"뱀","more":1}'))).toEqual({ text: '뱀', more: 1 });
  });

  it('restore JSON', () => {
    const codec = jsonCodec<{ text: string }>();
    expect(codec.decode(codec.encode({ text: '뱀 🐍' }))).toEqual({ text: '뱀 🐍' });
  });
});
