import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AhoCorasick } from './aho-corasick.js';

const few = fc.string({ unit: fc.constantFrom('a', 'b', '뱀', '집'), maxLength: 40 });
const patterns = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom('a', 'b', '뱀', '집'), minLength: 1, maxLength: 5 }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

function naive(words: readonly string[], text: string): readonly string[] {
  return words.flatMap((word, pattern) =>
    Array.from({ length: text.length }, (_, start) => start)
      .filter((start) => text.startsWith(word, start))
      .map((start) => `${pattern}@${start}`),
  );
}

describe('AhoCorasick', () => {
  it('finds the same matches as a separate search for each pattern', () => {
    fc.assert(
      fc.property(patterns, few, (words, text) => {
        const found = new AhoCorasick(words).matches(text).map(({ pattern, start }) => `${pattern}@${start}`);
        expect(found.toSorted()).toEqual(naive(words, text).toSorted());
      }),
    );
  });

  it('returns overlapping patterns with the same end longest first', () => {
    expect(new AhoCorasick(['사람', '죽은 사람', '람']).matches('죽은 사람')).toEqual([
      { pattern: 1, start: 0, end: 5 },
      { pattern: 0, start: 3, end: 5 },
      { pattern: 2, start: 4, end: 5 },
    ]);
  });

  it('finds nothing without patterns', () => {
    expect(new AhoCorasick([]).matches('뱀')).toEqual([]);
  });
});
