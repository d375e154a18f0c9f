import { defineSection } from '../define-section.js';

export const tip = defineSection({
  id: 'tip',
  title: { ko: '오늘의 한 줄', en: 'One line for the day' },
  retrievers: ['domain', 'corpus'],
  maxTokens: 150,
  task: 'One practical line: a single small thing to do on this day, following from the weightiest relation or transit. Nothing else.',
  compose: {
    role: 'advice',
    paragraphs: [
      [
        {
          each: 'tips',
          most: 1,
          rank: 0,
          draw: { take: 'part', retrievers: ['domain'] },
          leads: {
            next: {
              ko: ['{place}{과/와} {relation}{을/를} 이루는 날입니다.', '{god}의 날입니다.'],
              en: ['The day forms {relation} with the {place}.', 'It is a day of {god}.'],
            },
          },
        },
        {
          draw: { take: 'advice', retrievers: ['corpus'], prefixes: ['corpus:daily-'] },
          most: 1,
          rank: 1,
          unless: 'tips',
        },
      ],
    ],
    nothing: {
      ko: ['이날에 꼭 맞는 한 줄은 아직 찾지 못했습니다. 저녁에 오늘 가장 편안했던 순간 하나를 적어 보시기 바랍니다.'],
      en: ['No line that truly fits this day has been found yet. In the evening, note its easiest moment.'],
    },
  },
});
