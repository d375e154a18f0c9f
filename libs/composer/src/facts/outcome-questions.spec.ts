import { describe, expect, it } from '@jest/globals';
import { outcomeQuestions } from './outcome-questions.js';

describe('outcomeQuestions', () => {
  it.each(['제 병이 나을까요?', '수술이 잘될까요?', 'Will my illness be healed?', 'Is it cancer?'])(
    'knows %s as a question of health',
    (question) => {
      expect(outcomeQuestions(question)).toMatchObject({ asksHealth: 'yes', asksMoney: '' });
    },
  );

  it.each(['올해 주식에 투자해도 될까요?', '로또에 당첨될까요?', 'Will I make money with stocks this year?'])(
    'knows %s as a question of gain',
    (question) => {
      expect(outcomeQuestions(question)).toMatchObject({ asksHealth: '', asksMoney: 'yes' });
    },
  );

  it.each([
    '언제 이직하면 좋을까요?',
    '지금 회사에 남는 게 나을까요?',
    '병아리 꿈은 무슨 뜻인가요?',
    '그 사람에게 시간을 투자해도 될까요?',
    '그 사람에게 연락해도 될까요?',
    'Will my heart recover?',
    'Should I invest in this relationship?',
    '',
  ])('leaves %s alone', (question) => {
    expect(outcomeQuestions(question)).toEqual({ asksHealth: '', asksMoney: '' });
  });
});
