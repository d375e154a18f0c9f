import { describe, expect, it } from '@jest/globals';
import { isAnaphoric } from './is-anaphoric.js';

describe('isAnaphoric', () => {
  it.each([
    '그 말을 오늘은 자신에게 먼저 들려주시기 바랍니다.',
    '반대로 넘어질까 두렵다면 크기를 줄여 봅니다.',
    '하지만 서두를 일은 아닙니다.',
    '그것을 동사로 적어 보십시오.',
    'It looks delicate, yet it rises again.',
    'Its number is zero.',
    'That alone does not make it harmful.',
    'But there is no hurry.',
  ])('%s', (sentence) => {
    expect(isAnaphoric(sentence)).toBe(true);
  });

  it.each([
    '뱀은 허물을 벗으며 자랍니다.',
    '그림을 가만히 들여다봅니다.',
    '이 카드는 시작을 뜻합니다.',
    '이빨이 빠지는 꿈은 흔합니다.',
    '지금이 뿌릴 때인지 살펴봅니다.',
    'A snake sheds its skin.',
    'It is time to check what was skipped.',
    'It helps to write it down.',
    'This card speaks of beginnings.',
    'Italy is far away.',
  ])('not: %s', (sentence) => {
    expect(isAnaphoric(sentence)).toBe(false);
  });
});
