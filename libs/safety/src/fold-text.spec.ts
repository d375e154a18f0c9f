import { describe, expect, it } from '@jest/globals';
import { growth } from '@app/text/testing';
import { foldText } from './fold-text.js';

describe('foldText', () => {
  it.each([
    ['ㅈㅏㅅㅏㄹ', '자살'],
    ['ㅈ ㅜ ㄱ ㄱ ㅗ 싶다', '죽고 싶다'],
    ['ㅈㅏ살', '자살'],
    ['죽고 싶어ㅠㅠ ㅋㅋㅋ', '죽고 싶어ᅲᅲ ᄏᄏᄏ'],
    ['kіll mуsеlf', 'kill myself'],
    ['k̶i̶l̶l̶ myself', 'kill myself'],
    ['su!c1de', 'suicide'],
    ['$uicide', 'suicide'],
    ['d13 now', 'd13 now'],
    ['Ｋill 2026 a1', 'kill 2026 a1'],
    ['costs $5, really!', 'costs $5, really!'],
  ])('%s → %s', (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it.each(['ㅈㅏ', 'ㅋ', 'a1', 'a!', '\u0301\u0316', 'е', '$'])('takes linear time on repeated %j', (piece) => {
    expect(growth(foldText, piece)).toBeLessThan(9);
  });
});
