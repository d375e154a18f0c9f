import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldText } from './fold-text.js';

describe('foldText', () => {
  it('makes spellings of the same words equal', () => {
    expect(foldText('  큰\n\t뱀 '.normalize('NFD')).text).toBe('큰 뱀 ');
    expect(foldText('My Mother’s HOUSE').text).toBe("my mother's house");
  });

  it('maps ranges back to the original spelling', () => {
    const folded = foldText('A  Big\nSnake');
    expect(folded.text).toBe('a big snake');
    expect(folded.original(2, 11)).toBe('Big\nSnake');
  });

  it('maps every character to one character of the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldText(text);
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
