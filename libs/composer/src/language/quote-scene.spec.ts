import { describe, expect, it } from '@jest/globals';
import { quoteScene } from './quote-scene.js';

describe('quoteScene', () => {
  it('takes the sentence with the most scene words', () => {
    expect(quoteScene('어젯밤 꿈입니다. 큰 뱀이 집으로 들어와 나를 쫓아왔다. 끝.', 'ko')).toBe(
      '큰 뱀이 집으로 들어와 나를 쫓아왔다',
    );
    expect(quoteScene('Last night. A big snake came into my house and chased me!', 'en')).toBe(
      'A big snake came into my house and chased me!',
    );
  });

  it('skips sentences that are too long, too short, or contain quotation marks', () => {
    expect(quoteScene('', 'ko')).toBe('');
    expect(quoteScene('뱀.', 'ko')).toBe('');
    expect(quoteScene('뱀이 나타나 '.repeat(20), 'ko')).toBe('');
    expect(quoteScene('“어서 와”라고 뱀이 말했다.', 'ko')).toBe('');
  });

  it('leaves out emoticons and emoji', () => {
    expect(quoteScene('똥을 밟았는데 돈을 주웠다 ㅋㅋ 😂', 'ko')).toBe('똥을 밟았는데 돈을 주웠다');
  });

  it('leaves out citations', () => {
    expect(quoteScene('뱀이 [1] 집으로 들어왔다.', 'ko')).toBe('뱀이 집으로 들어왔다');
  });
});
