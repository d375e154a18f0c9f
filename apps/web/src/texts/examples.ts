import type { Locale } from '../server/catalogue.js';

/** Dreams or questions that a click enters, by kind. */
export const EXAMPLES: Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>> = {
  dream: {
    ko: [
      '이가 우수수 빠졌다. 아프지는 않았지만 불안했다.',
      '하늘을 날다가 바다로 떨어졌다.',
      '돌아가신 할머니가 웃으며 밥을 차려 주셨다.',
    ],
    en: [
      'My teeth fell out. It did not hurt, but I was anxious.',
      'I was flying and then fell into the sea.',
      'My late grandmother smiled and cooked for me.',
    ],
  },
  tarot: {
    ko: ['새 일을 시작해도 될까요?', '그 사람과의 관계는 어디로 가고 있나요?', '이번 달에 마음 쓸 일은?'],
    en: ['Shall I start the new job?', 'Where is this relationship going?', 'What deserves my attention this month?'],
  },
  iching: {
    ko: ['이사를 가도 될까요?', '지금 기다릴까요, 움직일까요?', '동업 제안을 받아들여도 될까요?'],
    en: ['Shall we move house?', 'Shall I wait or act?', 'Shall I accept the partnership?'],
  },
  destiny: {
    ko: ['저에게 맞는 일은 무엇인가요?', '올해는 어떤 흐름인가요?', '사람들과 지내는 데 도움이 될 점은?'],
    en: ['What work suits me?', 'What does this year bring?', 'What helps me get on with people?'],
  },
  compatibility: {
    ko: ['자주 다투는 까닭은 무엇일까요?', '함께 일해도 괜찮을까요?', '결혼을 앞두고 살펴볼 점은?'],
    en: ['Why do we often quarrel?', 'Can we work together?', 'What should we talk over before we marry?'],
  },
  daily: {
    ko: ['중요한 면접이 있어요.', '오늘 미뤄도 좋은 일은?', '사람을 만나기에 어떤 날인가요?'],
    en: ['I have an important interview.', 'What may I put off today?', 'Is it a day to meet people?'],
  },
};
