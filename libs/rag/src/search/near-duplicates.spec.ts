import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutNearDuplicates, wordsOf } from './near-duplicates.js';

const same = (text: string) => text;

describe('withoutNearDuplicates', () => {
  it('drops a text that differs from an earlier one only by a word or punctuation', () => {
    const first = 'A snake grows by leaving its old skin behind, so it marks a moment of change in you.';
    const repeated = 'a snake grows by leaving its old skin behind so it marks a moment of change in us';
    const other = 'The house is the body and the mind of the person who dreams of it.';
    expect(withoutNearDuplicates([first, repeated, other], same)).toEqual([first, other]);
  });

  it('keeps a chunk that overlaps at its edge only', () => {
    const chunk = (from: number) => Array.from({ length: 200 }, (_, index) => `word${from + index}`).join(' ');
    expect(withoutNearDuplicates([chunk(0), chunk(160)], same)).toHaveLength(2);
  });

  it('drops exactly the texts whose words overlap by 85 %', () => {
    const text = fc.uniqueArray(fc.nat(24), { minLength: 1 }).map((words) => words.map((word) => `w${word}`).join(' '));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const isKept = overlap(wordsOf(first), wordsOf(second)) < 0.85;
        expect(withoutNearDuplicates([first, second], same)).toHaveLength(isKept ? 2 : 1);
      }),
    );
  });

  it('keeps the first of a group and the order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('뱀 꿈', '집 꿈', '물'), { minLength: 1 }), (texts) => {
        expect(withoutNearDuplicates(texts, same)).toEqual([...new Set(texts)]);
      }),
    );
  });
});

/** Jaccard index of two sets of words: 1 when they are equal, 0 when they are disjoint. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const word of small) if (large.has(word)) both++;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
