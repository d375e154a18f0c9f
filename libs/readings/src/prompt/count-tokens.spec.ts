import { describe, expect, it } from '@jest/globals';
import { countTokens as reference } from 'gpt-tokenizer/encoding/o200k_base';
import { countTokens } from './count-tokens.js';

const KOREAN = '어젯밤 꿈에 커다란 구렁이가 마당으로 들어와 항아리를 감고 있었습니다. 무섭기보다는 반가웠습니다. ';
const ENGLISH = 'Last night a great snake came into the yard and coiled around a jar; I was more glad than afraid. ';

describe('countTokens', () => {
  it.each([['', 'a', KOREAN, ENGLISH, '뱀', '👩‍👩‍👧‍👦']])('counts what the tokenizer counts', (...texts) => {
    for (const text of texts) expect(countTokens(text)).toBe(reference(text));
  });

  it.each([[KOREAN.repeat(40)], [ENGLISH.repeat(40)], ['가나다라'.repeat(500)]])(
    'counts a long text in slices: never fewer, at most 2 %% more',
    (text) => {
      expect(countTokens(text)).toBeGreaterThanOrEqual(reference(text));
      expect(countTokens(text)).toBeLessThanOrEqual(reference(text) * 1.02);
    },
  );

  it('never splits a surrogate pair', () => {
    const text = `a${'🐍'.repeat(300)}`;
    expect(countTokens(text)).toBeLessThanOrEqual(reference(text) + 10);
  });

  it('counts the marks of chat templates as text', () => {
    expect(countTokens('<|endoftext|><|im_start|>system')).toBeGreaterThan(4);
  });

  it('stops soon after the maximum', () => {
    expect(countTokens(ENGLISH.repeat(1_000), 100)).toBeLessThan(200);
  });
});
