import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldWithOffsets } from './fold-with-offsets.js';

describe('foldWithOffsets', () => {
  it('makes spellings of the same words equal', () => {
    expect(foldWithOffsets('  큰\n\t뱀 '.normalize('NFD')).text).toBe('큰 뱀 ');
    expect(foldWithOffsets('My Mother’s HOUSE').text).toBe("my mother's house");
  });

  it('finds the way back to the words as they were written', () => {
    const folded = foldWithOffsets('A  Big\nSnake');
    expect(folded.text).toBe('a big snake');
    expect(folded.original(2, 11)).toBe('Big\nSnake');
  });

  it('gives for every stretch a stretch of the text that folds to the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldWithOffsets(text);
        for (let start = 0; start < folded.text.length; start++) {
          if (folded.text[start] === ' ' || folded.text[start + 1] === ' ') continue;
          const original = folded.original(start, start + 1);
          expect(original).toHaveLength(1);
          expect(text.normalize('NFC')).toContain(original);
        }
      }),
    );
  });
});
