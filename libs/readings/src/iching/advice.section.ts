import { defineSection } from '../define-section.js';

export const advice = defineSection({
  id: 'advice',
  title: { ko: '조언', en: 'Advice' },
  retrievers: ['corpus', 'persona'],
  maxTokens: 400,
  task: 'Two or three small, concrete steps that fit the moment of the primary hexagram, named once; the nuclear hexagram may say what works inside it.',
  compose: {
    role: 'advice',
    paragraphs: [
      [{ draw: { take: 'advice', retrievers: ['persona'] }, most: 1, rank: 1 }],
      [{ draw: { take: 'advice', retrievers: ['corpus'], stretch: true, inOrder: true }, most: 1, rank: 2 }],
    ],
    nothing: {
      ko: [
        '{about}에 꼭 맞는 조언은 아직 찾지 못했습니다. 오늘은 하나를 덜어 내고 하나를 지키는 것부터 시작해 보시기 바랍니다.',
        '이 괘에 꼭 맞는 조언은 아직 찾지 못했습니다. 오늘은 하나를 덜어 내고 하나를 지키는 것부터 시작해 보시기 바랍니다.',
      ],
      en: [
        'No advice that truly fits {about} has been found yet. For today, let one thing go and look after another.',
        'No advice that truly fits this hexagram has been found yet. For today, let one thing go and look after another.',
      ],
    },
  },
});
