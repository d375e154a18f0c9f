import { defineSection } from '../define-section.js';

export const guidance = defineSection({
  id: 'guidance',
  title: { ko: '조언', en: 'Guidance' },
  retrievers: ['corpus', 'persona'],
  maxTokens: 400,
  task: 'The card that matters most for acting, and two or three small, concrete steps that follow from the cards.',
  compose: {
    paragraphs: [
      [
        {
          rank: 0,
          promises: true,
          say: {
            ko: [
              '{cards}, 이 카드의 말을 오늘의 행동으로 옮겨 보겠습니다.',
              '이제 {cards}{을/를} 두고 무엇을 해 볼 수 있을지 살펴봅니다.',
              '{cards}{을/를} 만난 다음에 할 일은 크지 않아도 됩니다.',
            ],
            en: [
              'What {cards} had to say can become something to do.',
              'With {cards} in hand, this is what you might try.',
              'After {cards}, the next step need not be a large one.',
            ],
          },
        },
      ],
      [
        { draw: { take: 'advice', retrievers: ['persona'], inOrder: true }, most: 2, rank: 1 },
        {
          draw: { take: 'advice', retrievers: ['corpus'], stretch: true },
          most: 2,
          rank: 2,
          leads: {
            next: {
              ko: [
                '‘{title}’{이라는/라는} 글도 길잡이가 됩니다.',
                '‘{title}’{이라는/라는} 글을 곁들여 읽어 보셔도 좋겠습니다.',
              ],
              en: ['“{title}” can serve as a guide here.', 'A passage to set beside it is “{title}”.'],
            },
          },
        },
      ],
      [
        {
          rank: 4,
          say: {
            ko: [
              '카드는 방향을 비출 뿐, 걸음을 고르는 사람은 언제나 자신입니다.',
              '카드가 보여 준 것은 가능성이며, 고르는 일은 자신의 몫으로 남아 있습니다.',
            ],
            en: [
              'Cards throw light on a direction; the steps remain yours to choose.',
              'What the cards show is possibility, and the choosing stays with you.',
            ],
          },
        },
      ],
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
