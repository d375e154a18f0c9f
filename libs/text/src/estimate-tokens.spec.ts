import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateTokens } from './estimate-tokens.js';

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe('estimateTokens', () => {
  it('counts Hangul, Han and words of Latin letters and digits', () => {
    expect(estimateTokens('뱀이 왔다')).toBeCloseTo(4 / 1.15);
    expect(estimateTokens('a snake, 3 doors')).toBeCloseTo(4 * 1.3);
    expect(estimateTokens('2마리 snakes')).toBeCloseTo(2 * 1.3 + 2 / 1.15);
    expect(estimateTokens('')).toBe(0);
  });

  it('counts as regular expressions do for characters of one unit', () => {
    const text = fc.array(fc.integer({ min: 1, max: 0xd7ff }).map((unit) => String.fromCharCode(unit)));
    fc.assert(
      fc.property(text, (characters) => {
        const joined = characters.join('');
        const wide = count(joined, /[\p{Script=Hangul}\p{Script=Han}]/gu);
        // Some Han characters are also numbers, such as 〸.
        const words = count(joined.replace(/\p{Script=Han}/gu, ' '), /[\p{Script=Latin}\p{N}]+/gu);
        expect(estimateTokens(joined)).toBeCloseTo(wide / 1.15 + words * 1.3);
      }),
    );
  });
});
