import { describe, expect, it } from '@jest/globals';
import { type KnowledgeRecord, ofKind, readEdges } from './knowledge-pack.js';

type Hexagram = KnowledgeRecord &
  Readonly<Record<'binary' | 'lower' | 'upper' | 'symbol', string>> & { readonly number: number };

const hexagrams = (ofKind('hexagram') as readonly Hexagram[]).toSorted((a, b) => a.number - b.number);
const trigrams = new Map(
  (ofKind('trigram') as readonly Hexagram[]).map((trigram) => [trigram.id.slice('trigram:'.length), trigram]),
);
const byBinary = new Map(hexagrams.map((hexagram) => [hexagram.binary, hexagram.number]));
const reversed = (text: string) => Array.from(text).toReversed().join('');
const complement = (text: string) => text.replaceAll(/[01]/g, (line) => (line === '0' ? '1' : '0'));

// Rows: lower trigram, columns: upper trigram, both in the order of TRIGRAMS, as in the standard King Wen table.
const TRIGRAMS = ['heaven', 'thunder', 'water', 'mountain', 'earth', 'wind', 'fire', 'lake'];
const KING_WEN = [
  [1, 34, 5, 26, 11, 9, 14, 43],
  [25, 51, 3, 27, 24, 42, 21, 17],
  [6, 40, 29, 4, 7, 59, 64, 47],
  [33, 62, 39, 52, 15, 53, 56, 31],
  [12, 16, 8, 23, 2, 20, 35, 45],
  [44, 32, 48, 18, 46, 57, 50, 28],
  [13, 55, 63, 22, 36, 37, 30, 49],
  [10, 54, 60, 41, 19, 61, 38, 58],
];

describe('the hexagrams', () => {
  it('are read from bottom to top: heaven below earth is 11', () => {
    expect(hexagrams[10]).toMatchObject({
      number: 11,
      binary: '111000',
      lower: 'heaven',
      upper: 'earth',
      name_ko: '지천태',
    });
  });

  it('have the King Wen number of their trigrams', () => {
    for (const { number, lower, upper } of hexagrams) {
      expect(KING_WEN[TRIGRAMS.indexOf(lower)]?.[TRIGRAMS.indexOf(upper)]).toBe(number);
    }
  });

  it('have the lines of their trigrams, are distinct and have the Unicode character of their number', () => {
    expect(byBinary.size).toBe(64);
    for (const { binary, lower, upper, symbol, number } of hexagrams) {
      expect(binary).toBe(`${trigrams.get(lower)?.binary}${trigrams.get(upper)?.binary}`);
      expect(symbol.codePointAt(0)).toBe(0x4dc0 + number - 1);
    }
  });

  it('form pairs: the even one is the odd one inverted, or its complement when the inverse is equal', () => {
    for (const { number, binary } of hexagrams.filter((hexagram) => hexagram.number % 2 === 1)) {
      const partner = reversed(binary) === binary ? complement(binary) : reversed(binary);
      expect(byBinary.get(partner)).toBe(number + 1);
    }
  });

  it('have trigrams of three lines with the Unicode characters', () => {
    const characters: Record<string, string> = {
      '111': '☰',
      '110': '☱',
      '101': '☲',
      '100': '☳',
      '011': '☴',
      '010': '☵',
      '001': '☶',
      '000': '☷',
    };
    expect(Object.fromEntries([...trigrams.values()].map(({ binary, symbol }) => [binary, symbol]))).toEqual(
      characters,
    );
  });

  it('have six lines each, numbered from the bottom, in both languages', () => {
    for (const hexagram of hexagrams) {
      const lines = hexagram['lines'] as readonly { n: number; ko: string; en: string }[];
      expect(lines.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(lines.every(({ ko, en }) => /[가-힣]/.test(ko) && /[a-z]/.test(en))).toBe(true);
    }
  });

  it('relate 11 and 3 to their complement, inverse, nuclear and changed hexagrams', () => {
    const edges = readEdges();
    const has = (source: string, role: string, target: string) =>
      edges.some((edge) => edge.source === source && edge.role === role && edge.target === target);
    expect(has('iching:11', 'complement', 'iching:12')).toBe(true);
    expect(has('iching:3', 'complement', 'iching:50')).toBe(true);
    expect(has('iching:3', 'inverse', 'iching:4')).toBe(true);
    expect(has('iching:11', 'nuclear', 'iching:54')).toBe(true);
    expect(has('iching:3', 'nuclear', 'iching:23')).toBe(true);
    expect(has('iching:11.3', 'change', 'iching:19')).toBe(true);
    expect(has('iching:1.1', 'change', 'iching:44')).toBe(true);
  });
});
