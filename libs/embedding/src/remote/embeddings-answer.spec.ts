import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAnswer } from './embeddings-answer.js';

const base64 = (values: Float32Array) => Buffer.from(values.buffer).toString('base64');
const invalid = expect.objectContaining({ code: 'embedding.invalid' });

describe('readAnswer', () => {
  it('orders by index, whatever the order and the encoding', () => {
    const vectors = fc.array(fc.float32Array({ minLength: 2, maxLength: 2, noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(vectors, fc.boolean(), fc.infiniteStream(fc.nat()), (vectors, encoded, keys) => {
        const data = vectors
          .map((vector, index) => ({ index, embedding: encoded ? base64(vector) : [...vector] }))
          .map((entry) => ({ entry, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        expect(readAnswer({ model: 'm', data }, vectors.length)).toEqual({ model: 'm', vectors });
      }),
    );
  });

  it.each([
    ['no document', undefined],
    ['an error object', { error: { message: 'overloaded' } }],
    ['too few vectors', { data: [{ index: 0, embedding: [1] }] }],
    ['one index twice', { data: [0, 0].map((index) => ({ index, embedding: [1] })) }],
    ['an index beyond the texts', { data: [0, 2].map((index) => ({ index, embedding: [1] })) }],
    ['NaN, which JSON writes as null', { data: [0, 1].map((index) => ({ index, embedding: [1, null] })) }],
    ['numbers in quotes', { data: [0, 1].map((index) => ({ index, embedding: ['1'] })) }],
  ])('refuses %s', (_, document) => {
    expect(() => readAnswer(document, 2)).toThrow(invalid);
  });
});
