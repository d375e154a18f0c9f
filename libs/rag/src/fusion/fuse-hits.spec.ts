import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FusionOptions, fuseHits } from './fuse-hits.js';

const hits = (scores: Readonly<Record<number, number>>) =>
  Object.entries(scores)
    .map(([rowId, score]) => ({ rowId: BigInt(rowId), score }))
    .toSorted((a, b) => b.score - a.score);
const scale = { mean: 0.1, deviation: 0.1 };
const options: FusionOptions = { depth: 3, scale, confidence: 1, hasVector: () => true };
const order = (...asked: Parameters<typeof fuseHits>) => fuseHits(...asked).map(({ rowId }) => Number(rowId));

describe('fuseHits', () => {
  it('ranks hits of both searches first', () => {
    expect(order(hits({ 1: 4, 2: 3.9 }), hits({ 2: 0.6, 3: 0.59 }), options)).toEqual([2, 1, 3]);
  });

  it('scores from 0 to 1 and keeps both ranks', () => {
    const [first] = fuseHits(hits({ 1: 4 }), hits({ 1: 0.6, 2: 0.3 }), options);
    expect(first).toEqual({ rowId: 1n, score: 1, lexicalRank: 1, vectorRank: 1 });
  });

  it('keeps the lexical order without a vector', () => {
    expect(order(hits({ 1: 9, 2: 3, 3: 1 }), [], { ...options, confidence: 0 })).toEqual([1, 2, 3]);
  });

  it('scores a row without a vector by its words alone, not as the last vector hit', () => {
    const lexical = hits({ 1: 4, 2: 2 });
    const nearest = hits({ 3: 0.9, 4: 0.8 });
    const scoreOf = (hasVector: FusionOptions['hasVector']) =>
      fuseHits(lexical, nearest, { ...options, hasVector }).find(({ rowId }) => rowId === 2n)?.score;
    expect(scoreOf((rowId) => rowId > 2n)).toBe(0.5);
    expect(scoreOf(() => true)).toBeGreaterThan(0.5);
  });

  it('gives a gloss less weight than a question', () => {
    const [lexical, nearest] = [hits({ 1: 4 }), hits({ 2: 0.6, 1: 0.15 })];
    expect(order(lexical, nearest, options)).toEqual([2, 1]);
    expect(order(lexical, nearest, { ...options, confidence: 0.5 })).toEqual([1, 2]);
  });

  it('gives the same scores wherever the cosines of a model lie', () => {
    const cosine = fc.double({ min: -0.2, max: 0.9, noNaN: true });
    const side = fc.dictionary(fc.integer({ min: 1, max: 9 }).map(String), cosine, { minKeys: 1, maxKeys: 6 });
    fc.assert(
      fc.property(side, side, (words, cosines) => {
        const lexical = hits(Object.fromEntries(Object.entries(words).map(([id, score]) => [id, score + 1])));
        const squeezed = (value: number) => 0.7 + 0.3 * value;
        const plain = fuseHits(lexical, hits(cosines), options);
        const close = hits(Object.fromEntries(Object.entries(cosines).map(([id, value]) => [id, squeezed(value)])));
        const narrow = { mean: squeezed(scale.mean), deviation: 0.3 * scale.deviation };
        const scores = new Map(
          fuseHits(lexical, close, { ...options, scale: narrow }).map((row) => [row.rowId, row.score]),
        );
        for (const { rowId, score } of plain) expect(scores.get(rowId)).toBeCloseTo(score, 6);
      }),
    );
  });

  it('returns nothing for no hits', () => {
    expect(fuseHits([], [], options)).toEqual([]);
  });
});
