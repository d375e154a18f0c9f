import { describe, expect, it } from '@jest/globals';
import { traitsOf } from './sentence-traits.js';

describe('traitsOf', () => {
  it.each([
    '뱀에게 물리는 꿈은 예상치 못한 말이 스며드는 일을 가리킵니다.',
    '두려웠다면 긴장이 가까이 와 있는 것입니다.',
    'If the snake frightened you, a tension may be close by.',
    'Being chased by a snake suggests a problem you avoid.',
  ])('a case: %s', (sentence) => {
    expect(traitsOf(sentence).isCase).toBe(true);
  });

  it.each(['꿈속의 집은 지금의 나를 담은 그릇입니다.', 'A house in a dream is the container of who you are.'])(
    'no case: %s',
    (sentence) => {
      expect(traitsOf(sentence).isCase).toBe(false);
    },
  );

  it.each([
    '한 줄로 적어 보시기 바랍니다.',
    '하나만 골라 보십시오.',
    'Write one line about it.',
    'It helps to say it aloud.',
  ])('advice: %s', (sentence) => {
    expect(traitsOf(sentence).isAdvice).toBe(true);
  });

  it('distinguishes folk from psychological interpretations', () => {
    expect(traitsOf('옛 어른들은 재물이 드는 꿈으로 반겼습니다.')).toMatchObject({ isFolk: true, isPsyche: false });
    expect(traitsOf('심리적으로 뱀은 본능의 힘입니다.')).toMatchObject({ isFolk: false, isPsyche: true });
  });
});
