import { describe, expect, it } from '@jest/globals';
import { EmbeddingError, TooLargeError } from '../embedding.error.js';
import { withinServerLimits } from './within-server-limits.js';

const vectorOf = (text: string) => Float32Array.from([text.length]);

/** A server that accepts `most` texts of up to `length` characters. */
const server = (most: number, length: number) => async (texts: readonly string[]) => {
  if (texts.length > most || texts.some((text) => text.length > length)) throw new TooLargeError('413');
  return texts.map(vectorOf);
};

describe('withinServerLimits', () => {
  it('sends accepted batches unchanged', async () => {
    const result = await withinServerLimits(['aa', 'b'], server(2, 10));
    expect(result).toEqual({ vectors: [vectorOf('aa'), vectorOf('b')], cut: 0 });
  });

  it('splits a batch and cuts long texts, in the order of the texts', async () => {
    const texts = ['a', 'b'.repeat(1_000), 'cc', 'd'.repeat(300), 'eee'];
    const { vectors, cut } = await withinServerLimits(texts, server(2, 256));
    expect(vectors.map(([length]) => length)).toEqual([1, 250, 2, 150, 3]);
    expect(cut).toBe(2);
  });

  it('fails when a server accepts nothing, and immediately on other errors', async () => {
    await expect(withinServerLimits(['x'.repeat(9_999)], server(0, 0))).rejects.toBeInstanceOf(TooLargeError);
    let calls = 0;
    const broken = async () => {
      calls++;
      throw new EmbeddingError('embedding.unavailable', '500');
    };
    await expect(withinServerLimits(['a', 'b'], broken)).rejects.toMatchObject({ code: 'embedding.unavailable' });
    expect(calls).toBe(1);
  });
});
