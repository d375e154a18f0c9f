import { describe, expect, it } from '@jest/globals';
import { askedSlots, hasQuestion } from './asked.js';

describe('askedSlots', () => {
  it.each([
    ['돼지가 들어왔어요. 로또 사야 되나요?', 'ko', { quote: '로또 사야 되나요?', asksMoney: 'yes', asked: '' }],
    ['Will my illness go away?', 'en', { asksHealth: 'yes', asksFuture: '' }],
    ['보리가 저를 원망하는 건 아닐까요?', 'ko', { asksMind: 'yes' }],
    ['올해 합격할까요?', 'ko', { asksFuture: 'yes', asked: '' }],
    ['짝사랑하는 사람에게 고백할까요?', 'ko', { asksMind: '' }],
    ['뱀이 나왔어요. 무슨 뜻일까요?', 'ko', { quote: '' }],
    ["It chased me. Why doesn't it stop?", 'en', { quote: "Why doesn't it stop?", asked: "Why doesn't it stop?" }],
    ['뱀이 나왔어요.', 'ko', { quote: '', asked: '' }],
  ] as const)('reads “%s”', (text, locale, slots) => {
    expect(askedSlots(text, locale, false)).toMatchObject(slots);
  });

  it.each([
    ['시험 보는 꿈이에요. 왜 자꾸 이런 꿈을 꾸는 걸까요?', 'ko', 'asksAgain'],
    ['Naked at school. Why do I keep having this dream?', 'en', 'asksAgain'],
    ['할머니가 나오셨어요. 저한테 하고 싶은 말이 있었던 걸까요?', 'ko', 'asksMessage'],
    ['Grandma sat there. Was she trying to tell me something?', 'en', 'asksMessage'],
    ['남편이 바람을 피웠어요. 실제로 무슨 일이 있는 걸까요?', 'ko', 'asksIfReal'],
    ['구렁이가 들어왔어요. 좋은 꿈인가요?', 'ko', 'asksOmen'],
    ['My teeth fell out. Is it a bad omen?', 'en', 'asksOmen'],
    ['I missed my flight. What should I do?', 'en', 'asksWhatToDo'],
    ['아기가 나왔어요. 혹시 태몽인가요?', 'ko', 'asksConception'],
    ['화분을 던졌어요. 이직해도 될까요?', 'ko', 'asksDecision'],
    ['I was at my old job. Should I go back?', 'en', 'asksDecision'],
    ['언니가 울었어요. 언니한테 무슨 일 생기는 건 아니겠죠?', 'ko', 'asksHarm'],
    ['My son fell. Should I be worried?', 'en', 'asksHarm'],
    ['이가 빠졌어요. 이런 꿈은 가족이 죽는다던데요', 'ko', 'asksHarm'],
    ['이가 빠졌어요. 가족이 죽는단데 맞나요?', 'ko', 'asksHarm'],
    ['이가 빠졌어요. 누가 아프대요?', 'ko', 'asksHarm'],
    ['I cheated on him. Do I secretly want this?', 'en', 'asksIfWished'],
  ] as const)('recognises the kind of the question about a dream in “%s”', (text, locale, slot) => {
    expect(askedSlots(text, locale, false)).toMatchObject({ [slot]: 'yes', asksFuture: '', asksMind: '' });
    expect(askedSlots(text, locale, true)).not.toHaveProperty(slot);
  });

  it('quotes a question without a question mark where the whole text is one', () => {
    expect(askedSlots('이직에 대한 고민', 'ko', true).quote).toBe('이직에 대한 고민');
  });

  it('quotes nothing with quotation marks inside', () => {
    expect(askedSlots('Why did he say “run”?', 'en', false).quote).toBe('');
  });
});

it('tells a question from a statement', () => {
  expect(hasQuestion('무서웠어요. 왜 그럴까요', 'ko')).toBe(true);
  expect(hasQuestion('꿈은 반대라던데요', 'ko')).toBe(true);
  expect(hasQuestion('I woke up crying.', 'en')).toBe(false);
  expect(hasQuestion('할머니가 웃고 계시던데요', 'ko')).toBe(false);
});
