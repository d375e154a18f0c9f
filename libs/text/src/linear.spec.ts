import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from './analysis/analyze.js';
import { composeText } from './compose-text.js';
import { foldText } from './fold-text.js';
import { particleAfter } from './josa.js';
import { splitSentences } from './split-sentences.js';
import { growth } from './testing/growth.js';
import { startsWord, wordRest } from './word-boundary.js';
import { wordStems } from './word-stems.js';

/** Pieces of text that once caused quadratic time in one of these functions, and their usual neighbours. */
const unit = fc.constantFrom(
  '뱀',
  'a',
  'Dr. ',
  ' ',
  '.',
  '…',
  '”',
  '(',
  ')',
  '\n',
  '1',
  ',',
  "'",
  '다.',
  '龍',
  '\u0301',
  '\u0316',
  '\uFE0F',
  '\u200B',
  '\u200D',
  '👨',
  'ㅈ',
  'ㅏ',
  '\u1112',
  '\u1161',
  '\u11AB',
);
const piece = fc.string({ unit, minLength: 1, maxLength: 3 });

const boundaries = (text: string) => {
  for (let at = 1; at < text.length; at++) if (startsWord(text, at - 1, at)) wordRest(text, at);
};

/** Quadratic time grows by a factor of 16; the limit allows for effects of caches and the garbage collector. */
const MAX_GROWTH = 9;

describe('text tools on repeated pieces', () => {
  it.each([
    ['composeText', composeText],
    ['foldText', foldText],
    ['splitSentences', splitSentences],
    ['analyze', analyze],
    ['wordStems', wordStems],
    ['particleAfter', (text: string) => particleAfter(text, '은/는')],
    ['word boundaries', boundaries],
  ] as const)('%s takes time in proportion to the length', (_, work) => {
    fc.assert(
      fc.property(piece, (repeated) => {
        expect(growth(work, repeated)).toBeLessThan(MAX_GROWTH);
      }),
      { numRuns: 40, examples: [['뱀'], ['뱀 '], ['\u0316\u0301'], ['Dr. '], ['뱀\uFE0F'], ['a\u0301']] },
    );
  });

  it('would fail for quadratic work', () => {
    // Plain loops, because a native search takes too little time on the short text to measure its growth.
    const quadratic = ({ length }: string) => {
      let sum = 0;
      for (let outer = 0; outer < length; outer += 8) for (let inner = 0; inner < length; inner++) sum ^= outer * inner;
      return sum;
    };
    expect(growth(quadratic, '뱀', 16_000)).toBeGreaterThan(MAX_GROWTH);
  });
});
