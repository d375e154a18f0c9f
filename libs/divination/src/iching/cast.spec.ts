import { describe, expect, it } from '@jest/globals';
import { randomSource } from '../random-source.js';
import { type CastMethod, LINE_VALUES, type LineValue, castLines, linesShowing, readLines } from './cast.js';
import { HEXAGRAMS } from './hexagram.js';

const CASTS = 100_000;

function shares(method: CastMethod, random = randomSource(20_261_122)): readonly number[] {
  const counts = new Map<LineValue, number>();
  for (let cast = 0; cast < CASTS; cast++) {
    for (const line of castLines(method, random)) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return LINE_VALUES.map((value) => (counts.get(value) ?? 0) / (CASTS * 6));
}

const expectOdds = (measured: readonly number[], odds: readonly number[]) => {
  for (const [at, share] of measured.entries()) expect(Math.abs(share - (odds[at] ?? 0))).toBeLessThan(0.01);
};

describe('castLines', () => {
  it('casts yarrow with 1, 5, 7 and 3 chances in sixteen', () => {
    expectOdds(shares('yarrow'), [1 / 16, 5 / 16, 7 / 16, 3 / 16]);
  });

  it('casts coins with 1, 3, 3 and 1 chances in eight', () => {
    expectOdds(shares('coins'), [1 / 8, 3 / 8, 3 / 8, 1 / 8]);
  });

  it('keeps the odds without a seed', () => {
    expectOdds(shares('yarrow', randomSource()), [1 / 16, 5 / 16, 7 / 16, 3 / 16]);
  });

  it('gives the same cast for the same seed', () => {
    const cast = (seed: number) => castLines('coins', randomSource(seed));
    expect(cast(7)).toEqual(cast(7));
    const casts = Array.from({ length: 20 }, (_, seed) => cast(seed).join(''));
    expect(new Set(casts).size).toBeGreaterThan(15);
  });
});

describe('readLines', () => {
  it('reads 7, 7, 7, 8, 8, 8 from the bottom as hexagram 11, at rest', () => {
    expect(readLines([7, 7, 7, 8, 8, 8])).toMatchObject({ primary: { number: 11 }, changing: [], resulting: null });
  });

  it('changes old lines into their opposite', () => {
    const cast = readLines([9, 7, 7, 8, 6, 8]);
    expect(cast).toMatchObject({ primary: { number: 11 }, changing: [1, 5], resulting: { number: 48 } });
  });

  it('changes any hexagram into any other by the lines that differ', () => {
    for (const from of HEXAGRAMS) {
      for (const to of HEXAGRAMS) {
        const differing = from.lines.split('').flatMap((line, at) => (line === to.lines[at] ? [] : [at + 1]));
        const { primary, changing, resulting } = readLines(linesShowing(from, differing));
        expect([primary.number, changing, resulting?.number ?? primary.number]).toEqual([
          from.number,
          differing,
          to.number,
        ]);
        expect(resulting === null).toBe(from === to);
      }
    }
  });
});
