import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conjugateKorean } from './conjugate-korean.js';
import { fitsTail } from './fits-tail.js';

/** Whether a form of the stem followed by a permitted tail equals the word. */
const says = (stem: string, word: string) =>
  conjugateKorean(stem).some(
    ({ text, tail }) => word.startsWith(text) && fitsTail(text, word.slice(text.length), tail),
  );

describe('Korean conjugation', () => {
  it.each([
    ['쫓기', '쫓기는 쫓겨서 쫓겼다 쫓긴 쫓길까 쫓김을 쫓깁니다 쫓기고 쫓기지만 쫓겼어요'],
    ['무섭', '무섭다 무서워요 무서웠지만 무서운 무서움이 무섭고 무서우면'],
    ['떨어지', '떨어진다 떨어졌다 떨어지는 떨어져서 떨어집니다'],
    ['길을 잃', '길을 잃고 길을 잃었다 길을 잃은 길을 잃어버렸다'],
    ['오르', '오르는 올라갔다 올랐다 오른 오릅니다'],
    ['치르', '치러서 치렀다 치르는'],
    ['하늘을 날', '하늘을 나는 하늘을 날았다 하늘을 난 하늘을 납니다 하늘을 날고'],
    ['집을 짓', '집을 짓는 집을 지었다 집을 지은'],
    ['바꾸', '바꿨다 바꿔서 바꾼 바꿀까'],
    ['아프', '아파요 아팠다 아픈 아프고'],
    ['기쁘', '기뻐서 기뻤다 기쁜'],
    ['이루어지', '이루어졌다'],
    ['깨닫', '깨달았다 깨닫고 깨달은'],
    ['체포되', '체포됐다 체포돼서 체포되는 체포된'],
    ['행복하', '행복해요 행복했다 행복한 행복합니다'],
    ['무서웠', '무서웠지만 무서웠어요 무서웠던'],
  ])('knows %s in its forms', (stem, words) => {
    const sentence = stem.includes(' ') ? words.split(new RegExp(` (?=${stem.split(' ')[0]})`)) : words.split(' ');
    for (const word of sentence) expect([word, says(stem, word)]).toEqual([word, true]);
  });

  it.each([
    ['배우', '배우가'],
    ['배우', '배우들이'],
    ['이기', '이기적인'],
    ['오르', '오른쪽'],
    ['숨', '숨이'],
    ['씻', '씻'],
    ['쓸', '쓸모가'],
  ])('does not take %s for the verb in %s', (stem, word) => {
    expect(says(stem, word)).toBe(false);
  });

  it('never fails for any stem', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (stem) => conjugateKorean(stem).length > 0));
  });
});
