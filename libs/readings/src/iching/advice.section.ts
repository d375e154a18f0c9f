import { defineSection } from '../define-section.js';

export const advice = defineSection({
  id: 'advice',
  title: { ko: '조언', en: 'Advice' },
  retrievers: ['corpus', 'persona'],
  maxTokens: 400,
  task: 'Two or three small, concrete steps that fit the moment of the primary hexagram, named once; the nuclear hexagram may say what works inside it.',
  compose: {
    paragraphs: [
      [
        {
          rank: 0,
          promises: true,
          say: {
            ko: ['{about}의 때에 해 볼 만한 일을 살펴봅니다.', '{about}{을/를} 만난 지금, 몇 가지를 권해 드립니다.'],
            en: ['This is what you might do in the time of {about}.', 'A few steps suggest themselves under {about}.'],
          },
        },
        {
          rank: 3.5,
          say: {
            ko: ['그 안에 호괘로 든 {nuclear}의 뜻도 함께 기억해 두시면 좋겠습니다.'],
            en: ['Keep in mind as well the nuclear figure inside it, {nuclear}.'],
          },
        },
      ],
      [
        { each: 'primary', most: 1, rank: 1, draw: { take: 'advice' } },
        { draw: { take: 'advice', retrievers: ['persona'], inOrder: true }, most: 2, rank: 1 },
        {
          draw: { take: 'advice', retrievers: ['corpus'], stretch: true },
          most: 2,
          rank: 2,
          leads: {
            next: {
              ko: [
                '‘{title}’{이라는/라는} 글이 여기에 잘 어울립니다.',
                '‘{title}’{이라는/라는} 글도 함께 새겨 둘 만합니다.',
              ],
              en: ['“{title}” fits well here.', 'A passage worth keeping beside it is “{title}”.'],
            },
          },
        },
      ],
      [
        {
          rank: 4,
          say: {
            ko: [
              '괘는 때를 일러 줄 뿐, 걸음은 스스로 고르게 됩니다.',
              '서두르지 말고 한 가지부터 옮겨 보시기 바랍니다.',
            ],
            en: ['A hexagram tells of the hour; the step is yours.', 'There is no hurry; begin with one of these.'],
          },
        },
      ],
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
