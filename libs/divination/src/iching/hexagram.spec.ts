import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { HEXAGRAMS, hexagramOf, inverseOf, nuclearOf, oppositeOf } from './hexagram.js';
import { TRIGRAMS } from './trigram.js';

interface HexagramRecord {
  readonly kind: string;
  readonly id: string;
  readonly number: number;
  readonly binary: string;
  readonly name_ko: string;
  readonly name_en: string;
  readonly symbol: string;
  readonly lower: string;
  readonly upper: string;
}

const pack = readFileSync('knowledge/domain/iching.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as HexagramRecord);

/**
 * The usual table of hexagrams: a row for each lower trigram, a column for each upper one, both in the order of ORDER.
 */
const ORDER = ['heaven', 'thunder', 'water', 'mountain', 'earth', 'wind', 'fire', 'lake'];
const CHART = [
  [1, 34, 5, 26, 11, 9, 14, 43],
  [25, 51, 3, 27, 24, 42, 21, 17],
  [6, 40, 29, 4, 7, 59, 64, 47],
  [33, 62, 39, 52, 15, 53, 56, 31],
  [12, 16, 8, 23, 2, 20, 35, 45],
  [44, 32, 48, 18, 46, 57, 50, 28],
  [13, 55, 63, 22, 36, 37, 30, 49],
  [10, 54, 60, 41, 19, 61, 38, 58],
];

describe('the sixty-four hexagrams', () => {
  it('equal the knowledge pack, number by number', () => {
    const records = pack.filter(({ kind }) => kind === 'hexagram').toSorted((a, b) => a.number - b.number);
    expect(
      HEXAGRAMS.map(({ number, lines, names, symbol, lower, upper }) => ({
        number,
        binary: lines,
        name_ko: names.ko,
        name_en: names.en,
        symbol,
        lower: lower.slug,
        upper: upper.slug,
      })),
    ).toEqual(
      records.map(({ number, binary, name_ko, name_en, symbol, lower, upper }) => ({
        number,
        binary,
        name_ko,
        name_en,
        symbol,
        lower,
        upper,
      })),
    );
  });

  it('have the trigrams of the knowledge pack', () => {
    const records = pack.filter(({ kind }) => kind === 'trigram');
    const own = new Map(Object.entries(TRIGRAMS).map(([lines, { slug }]) => [`trigram:${slug}`, lines]));
    expect(own).toEqual(new Map(records.map(({ binary, id }) => [id, binary])));
  });

  it('match the chart of trigrams', () => {
    for (const { number, lower, upper } of HEXAGRAMS) {
      expect(CHART[ORDER.indexOf(lower.slug)]?.[ORDER.indexOf(upper.slug)]).toBe(number);
    }
  });

  it('read from the bottom: heaven below earth is 11, earth below heaven 12', () => {
    expect(hexagramOf('111000').number).toBe(11);
    expect(hexagramOf('000111').number).toBe(12);
  });

  it('stand in pairs: each odd one is followed by its inverse, or by its opposite when it is its own inverse', () => {
    for (let at = 0; at < HEXAGRAMS.length; at += 2) {
      const [odd, even] = HEXAGRAMS.slice(at, at + 2);
      if (!odd || !even) throw new Error('the list ends in the middle of a pair');
      expect(even).toBe(inverseOf(odd) === odd ? oppositeOf(odd) : inverseOf(odd));
    }
  });

  it('have involutive relations', () => {
    for (const hexagram of HEXAGRAMS) {
      expect(inverseOf(inverseOf(hexagram))).toBe(hexagram);
      expect(oppositeOf(oppositeOf(hexagram))).toBe(hexagram);
    }
  });

  it.each([
    [11, 54],
    [63, 64],
    [3, 23],
    [50, 43],
    [1, 1],
    [2, 2],
    [62, 28],
  ])('%i holds %i inside', (number, nuclear) => {
    const hexagram = HEXAGRAMS[number - 1];
    if (!hexagram) throw new Error(`no hexagram ${number}`);
    expect(nuclearOf(hexagram).number).toBe(nuclear);
  });

  it('rejects invalid lines', () => {
    expect(() => hexagramOf('11100')).toThrow(RangeError);
    expect(() => hexagramOf('11100x')).toThrow(RangeError);
  });
});
