import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RowHit } from '@app/knowledge';
import { convexCombination } from './convex-combination.js';
import type { FusedRow } from './fused-hit.js';

/** Rows named by a letter; the letter's code is the row's number. */
const rows = (scores: Readonly<Record<string, number>>): readonly RowHit[] =>
  Object.entries(scores).map(([name, score]) => ({ rowId: BigInt(name.charCodeAt(0)), score }));
const name = ({ rowId }: FusedRow) => String.fromCharCode(Number(rowId));
const ids = (hits: readonly FusedRow[]) => hits.map(name);

const HALF = { vectorWeight: 0.5, depth: 10 };

describe('convexCombination', () => {
  it('adds the scaled scores of both sides', () => {
    const hits = convexCombination(rows({ a: 10, b: 5 }), rows({ b: 0.8, a: 0.2 }), HALF);
    expect(hits.map((hit) => [name(hit), hit.score])).toEqual([
      ['a', 0.5 * 1 + 0.5 * (1.2 / 1.8)],
      ['b', 0.5 * 0.5 + 0.5 * 1],
    ]);
  });

  it('tells at which rank each side found a row', () => {
    const hits = convexCombination(rows({ a: 3, b: 1 }), rows({ b: 0.9, c: 0.1 }), HALF);
    const ranks = Object.fromEntries(hits.map((hit) => [name(hit), [hit.lexicalRank, hit.vectorRank]]));
    expect(ranks).toEqual({ a: [1, undefined], b: [2, 1], c: [undefined, 2] });
  });

  it('gives a row without the words nothing for them, unless the search for words was cut off before it', () => {
    const scoreOfC = (depth: number) =>
      convexCombination(rows({ a: 4, b: 2 }), rows({ c: 1 }), { vectorWeight: 0.5, depth }).find(
        (hit) => name(hit) === 'c',
      )?.score;
    expect(scoreOfC(10)).toBe(0.5);
    expect(scoreOfC(2)).toBe(0.75);
  });

  it('takes one side as it is when the other found nothing', () => {
    expect(ids(convexCombination(rows({ a: 3, b: 2 }), [], { vectorWeight: 0, depth: 10 }))).toEqual(['a', 'b']);
    expect(ids(convexCombination([], rows({ a: 0.3, b: 0.2 }), { vectorWeight: 1, depth: 10 }))).toEqual(['a', 'b']);
    expect(convexCombination([], [], HALF)).toEqual([]);
  });

  it('keeps scores within 0…1, best first, each row once, and never drops one', () => {
    const scores = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.double({ min: 0.01, max: 30, noNaN: true }),
    );
    const cosines = fc.dictionary(
      fc.constantFrom('c', 'd', 'e', 'f', 'g'),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(scores, cosines, fc.double({ min: 0, max: 1, noNaN: true }), (words, meanings, weight) => {
        const byScore = (side: Readonly<Record<string, number>>) => rows(side).toSorted((a, b) => b.score - a.score);
        const hits = convexCombination(byScore(words), byScore(meanings), { vectorWeight: weight, depth: 5 });
        expect(new Set(ids(hits))).toEqual(new Set([...Object.keys(words), ...Object.keys(meanings)]));
        const fused = hits.map(({ score }) => score);
        expect(fused).toEqual(fused.toSorted((a, b) => b - a));
        for (const score of fused) expect(score >= -1e-9 && score <= 1 + 1e-9).toBe(true);
      }),
    );
  });

  it('puts first what is first on both sides', () => {
    const words = rows({ a: 9, b: 5, c: 2 });
    const meanings = rows({ a: 0.7, c: 0.69, d: 0.6 });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (weight) => {
        expect(convexCombination(words, meanings, { vectorWeight: weight, depth: 10 }).map(name)[0]).toBe('a');
      }),
    );
  });
});
