import { defineSection } from '../define-section.js';

export const guidance = defineSection({
  id: 'guidance',
  title: { ko: '조언', en: 'Guidance' },
  retrievers: ['corpus', 'persona'],
  maxTokens: 400,
  task: 'The card that matters most for acting, and two or three small, concrete steps that follow from the cards.',
  compose: {
    role: 'advice',
    paragraphs: [
      [{ draw: { take: 'advice', retrievers: ['persona'] }, most: 1, rank: 1 }],
      [{ draw: { take: 'advice', retrievers: ['corpus'], stretch: true, inOrder: true }, most: 1, rank: 2 }],
    ],
    nothing: {
      ko: [
        '{cards}에 꼭 맞는 조언은 아직 찾지 못했습니다. 가장 마음이 쓰이는 카드 한 장을 골라, 그 카드가 친구라면 무슨 말을 할지 한 줄로 적어 보시기 바랍니다.',
        '이 카드들에 꼭 맞는 조언은 아직 찾지 못했습니다. 가장 마음이 쓰이는 카드 한 장을 골라, 그 카드가 친구라면 무슨 말을 할지 한 줄로 적어 보시기 바랍니다.',
      ],
      en: [
        'No advice that truly fits {cards} has been found yet. Choose the card that stays with you and write one line it might say if it were a friend.',
        'No advice that truly fits these cards has been found yet. Choose the card that stays with you and write one line it might say if it were a friend.',
      ],
    },
  },
});
