import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldText } from './fold-text.js';
import { viewSentences } from './sentence-views.js';

/** Reference implementation. */
const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]|[\u{10000}-\u{10FFFF}]/gu, '');

describe('viewSentences', () => {
  it('returns each sentence as letters and as words', () => {
    expect(viewSentences(foldText("Don't stop. 뱀이, 나왔다!\n\n…"))).toEqual([
      { letters: 'dontstop', words: ' dont stop ' },
      { letters: '뱀이나왔다', words: ' 뱀이 나왔다 ' },
    ]);
  });

  it('joins single jamo and reads digits within words as letters', () => {
    expect(viewSentences(foldText('ㅈㅏ살 k1ll 2026 a1'))[0]?.words).toBe(' 자살 kill 2026 a1 ');
  });

  it('cuts long sentences', () => {
    const sentences = viewSentences('가'.repeat(1_000));
    expect(sentences.length).toBeGreaterThan(3);
    expect(sentences.map((sentence) => sentence.letters).join('')).toBe('가'.repeat(1_000));
  });

  it('keeps exactly the letters of the text, in both views', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(' ', '.', "'", '\n', '뱀', 'a', '1', '🐍', '\u200B'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(text, (given) => {
        const folded = foldText(given);
        const sentences = viewSentences(folded);
        expect(sentences.map((sentence) => sentence.letters).join('')).toBe(letters(folded));
        for (const sentence of sentences) {
          expect(sentence.words.replaceAll(' ', '')).toBe(sentence.letters);
          expect(sentence.words).toMatch(/^ \S+( \S+)* $/);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
