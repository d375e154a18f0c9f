import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withShortJosa } from './strip-josa.js';

const FIRST = 0xac00;
const FINALS = 28;
const RIEUL = 8;

describe('particles', () => {
  it.each([
    ['뱀', '은', '뱀은'],
    ['나무', '은', '나무는'],
    ['물', '으로', '물로'],
    ['집', '으로', '집으로'],
    ['변화', '이라는', '변화라는'],
    ['갑목(甲木)', '은', '갑목(甲木)은'],
    ['공기(바람)의 기운', '과', '공기(바람)의 기운과'],
    ['완드 2', '이', '완드 2가'],
    ['완드 10', '이', '완드 10이'],
    ['지천태 3효', '이', '지천태 3효가'],
    ['NestJS', '을', 'NestJS를'],
    ['URL', '으로', 'URL로'],
    ['甲', '은', '甲은(는)'],
  ] as const)('%s + %s is %s', (word, josa, expected) => {
    expect(withShortJosa(word, josa)).toBe(expected);
  });

  it('follows the last letter of every syllable there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11_171 }), fc.string({ maxLength: 4 }), (index, before) => {
        const word = before + String.fromCharCode(FIRST + index);
        const final = index % FINALS;
        expect(withShortJosa(word, '은')).toBe(word + (final === 0 ? '는' : '은'));
        expect(withShortJosa(word, '이')).toBe(word + (final === 0 ? '가' : '이'));
        expect(withShortJosa(word, '을')).toBe(word + (final === 0 ? '를' : '을'));
        expect(withShortJosa(word, '과')).toBe(word + (final === 0 ? '와' : '과'));
        expect(withShortJosa(word, '으로')).toBe(word + (final === 0 || final === RIEUL ? '로' : '으로'));
      }),
    );
  });

  it('keeps the word, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (word) => withShortJosa(word, '은').startsWith(word)));
  });
});
