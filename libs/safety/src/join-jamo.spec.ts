import { describe, expect, it } from '@jest/globals';
import { assemble } from 'es-hangul';
import fc from 'fast-check';
import { joinJamo } from './join-jamo.js';

const FIRST = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const jamoOf = (syllable: number): string => {
  const index = syllable - 0xac00;
  const [lead, vowel, final] = [Math.floor(index / 588), Math.floor((index % 588) / 28), index % 28];
  const last = final === 0 ? '' : ('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'[final - 1] ?? '');
  return (FIRST[lead] ?? '') + String.fromCharCode(0x314f + vowel) + last;
};

describe('joinJamo', () => {
  it.each([
    ['ㅈㅏㅅㅏㄹ', '자살'],
    ['ㅈㅜㄱㄱㅗㅅㅣㅍㄷㅏ', '죽고싶다'],
    ['ㅇㅗㅐ', '왜'],
    ['ㅇㅓㅂㅅㅇㅓ', '없어'],
    ['ㅇㅓㅂㅅㅏ', '업사'],
    ['ㅋㅋㅋㅠ', 'ㅋㅋ큐'],
    ['ㅏㅏ', 'ㅏㅏ'],
  ])('%s → %s', (jamo, expected) => expect(joinJamo(jamo)).toBe(expected));

  it('composes every word from its jamo', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 });
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 6 }), (syllables) => {
        const jamo = syllables.map(jamoOf).join('');
        expect(joinJamo(jamo)).toBe(assemble(Array.from(jamo)));
      }),
    );
  });
});
