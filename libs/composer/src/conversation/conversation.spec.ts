import { describe, expect, it } from '@jest/globals';
import { corrected, correctionIn } from './corrections.js';
import { dialogueActOf } from './dialogue-act.js';
import { Memory } from './memory.js';

describe('dialogueActOf', () => {
  it.each([
    ['고마워요, 덕분에 잘 잤어요', false, 'thanks'],
    ['Thanks a lot!', false, 'thanks'],
    ['Thanks, but what about the door?', true, 'question'],
    ['제가 강아지 이름을 뭐라고 했죠?', true, 'recall'],
    ['What did I say his name was?', true, 'recall'],
    ['세 마리가 아니라 네 마리였어요', false, 'correction'],
    ["Sorry, it's Tuesday, not Monday.", false, 'correction'],
    ['그건 아닌 것 같아요', false, 'disagreement'],
    ["That doesn't fit me at all.", false, 'disagreement'],
    ['요즘 회사에서 너무 지쳤어요', false, 'statement'],
    ['헤어진 지 얼마나 됐다고 했죠?', true, 'recall'],
    ["Not Leeds, he's in York.", false, 'correction'],
    ['Actually her name is Prisha.', false, 'correction'],
  ] as const)('reads “%s”', (text, hasQuestion, act) => {
    expect(dialogueActOf(text, hasQuestion)).toBe(act);
  });
});

describe('corrections', () => {
  it.each([
    ['세 마리가 아니라 네 마리였어요', { from: '세 마리', to: '네 마리' }],
    ['부산이라고 하셨는데 대구라니까요', { from: '부산', to: '대구' }],
    ["Not Paris, sorry, it's Perth.", { from: 'Paris', to: 'Perth' }],
    ['I said Monday, it was actually Tuesday.', { from: 'Monday', to: 'Tuesday' }],
    ['아침 7시가 아니라 저녁 7시예요', { from: '아침 7시', to: '저녁 7시' }],
    ['엄마한테 물어보니 새벽이 아니고 오전 11시라네요', { from: '새벽', to: '오전 11시' }],
    ['파란색이 아니라 초록색 문이었어요', { from: '파란색', to: '초록색' }],
    ['5월이 아니라 6월 10일이에요', { from: '5월', to: '6월 10일' }],
    ['저는 강아지가 아니라 고양이를 키워요', { from: '강아지', to: '고양이' }],
    ["Sorry, not Leeds, he's in York.", { from: 'Leeds', to: 'York' }],
    ['Turns out I was born at 6 pm rather than 6 am', { from: '6 am', to: '6 pm' }],
    ['I was born in May, no, June.', { from: 'May', to: 'June' }],
    ['My sister, not my brother, is getting married', { from: 'my brother', to: 'My sister' }],
  ])('reads “%s”', (text, correction) => {
    expect(correctionIn(text)).toEqual(correction);
  });

  it('replaces whole words', () => {
    expect(corrected('Maybe in May', [{ from: 'May', to: 'June' }])).toBe('Maybe in June');
    expect(corrected('세 마리가 왔어요', [{ from: '세 마리', to: '네 마리' }])).toBe('네 마리가 왔어요');
  });
});

describe('Memory', () => {
  const person = (text: string) => ({ speaker: 'person', text }) as const;

  it('recalls what was said, with what was put right', () => {
    const turns = [
      person('My cat Olive ran off in May. What does it mean?'),
      person('Sorry, I said May, it was actually June.'),
    ];
    const memory = new Memory(turns, 'When did I say she ran off?', 'en');
    expect(memory.recall('When did I say she ran off?')).toEqual(['My cat Olive ran off in June']);
  });

  it('replaces a name that was given before', () => {
    const turns = [person('My boss is called Priya.'), person('Actually her name is Prisha.')];
    expect(new Memory(turns, '', 'en').recall("What is my boss's name?")).toEqual(['My boss is called Prisha']);
  });

  it('keeps a correction of something that was not said as a statement', () => {
    const turns = [person('앗, 카드가 역방향이 아니라 정방향이었어요.')];
    expect(new Memory(turns, '', 'ko').recall('카드가 어느 방향이라고 했죠?')).toHaveLength(1);
  });

  it('knows whether the current message corrects an earlier one', () => {
    const turns = [person('The third line changes.')];
    expect(new Memory(turns, 'I miscounted, the line was the fourth, not the third.', 'en').isCorrected).toBe(true);
    expect(new Memory([], 'I feel sad, it is grief, not anger.', 'en').isCorrected).toBe(false);
  });

  it('recalls nothing of what the reader said', () => {
    expect(new Memory([{ speaker: 'reader', text: 'A cat is independence.' }], '', 'en').recall('cat')).toEqual([]);
  });

  it('recalls no more than five statements', () => {
    const turns = [person('하나예요. 둘이에요. 셋이에요. 넷이에요. 다섯이에요. 여섯이에요.')];
    expect(new Memory(turns, '', 'ko').recall('뭐라고 했죠?')).toHaveLength(5);
  });
});
