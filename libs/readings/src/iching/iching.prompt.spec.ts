import { describe, expect, it } from '@jest/globals';
import { inText, ownParts, promptsOf } from '../testing/prompts-of.js';
import { ichingReading } from './iching.reading.js';

describe('the prompts of a hexagram', () => {
  it.each(['ko', 'en'])('contain the facts, the passages and the question (%s)', (locale) => {
    const body = { lines: [9, 7, 7, 8, 6, 8], question: '이직해도 될까요?', locale, persona: 'sage' };
    expect(ownParts(promptsOf(ichingReading, body))).toMatchSnapshot();
  });

  it('leave out changing lines when there are none, and include the client’s documents', () => {
    const prompts = promptsOf(ichingReading, {
      lines: [7, 7, 7, 8, 8, 8],
      documents: [{ title: '괘사', text: '작은 것이 가고 큰 것이 옵니다.' }],
    });
    expect(Object.keys(prompts)).toEqual(['overview', 'advice']);
    expect(inText(prompts['overview'] ?? [])).toContain('\n- 괘사: 작은 것이 가고 큰 것이 옵니다.\n');
  });
});
