import { defineSection } from '../define-section.js';

export const recommendations = defineSection({
  id: 'recommendations',
  title: { ko: '해 볼 만한 일', en: 'What you can do' },
  retrievers: ['corpus', 'persona'],
  maxTokens: 300,
  task: 'Two or three small things the dreamer can do or ask themselves now, each following from an image of the dream.',
  compose: {
    paragraphs: [
      [
        {
          rank: 0,
          promises: true,
          say: {
            ko: [
              '{symbols}{이/가} 나온 꿈을 꾸고 난 지금, 가볍게 해 볼 만한 일을 권해 드립니다.',
              '{symbols}{이/가} 남긴 여운을 하루 속으로 옮겨 볼 방법입니다.',
              '{symbols}{을/를} 만난 이 꿈을 그냥 흘려보내지 않으려면 다음과 같은 일이 도움이 됩니다.',
            ],
            en: [
              'After a dream of {symbols}, here are a few light things you might try.',
              'What {symbols} left behind can be carried into the day like this.',
              'So that a dream of {symbols} does not simply fade, a small step or two may help.',
            ],
          },
        },
        {
          rank: 0,
          promises: true,
          unless: 'symbols',
          say: {
            ko: ['꿈에서 깨어난 지금, 가볍게 해 볼 만한 일을 권해 드립니다.'],
            en: ['Now that you are awake, here are a few light things you might try.'],
          },
        },
      ],
      [
        {
          draw: { take: 'advice', retrievers: ['persona'], half: 'second', inOrder: true },
          most: 1,
          rank: 1,
        },
        {
          draw: { take: 'advice', retrievers: ['corpus'], stretch: true, relevant: true },
          most: 2,
          rank: 2,
          leads: {
            next: {
              ko: [
                '‘{title}’{이라는/라는} 글에는 이런 대목이 있습니다.',
                '‘{title}’{이라는/라는} 이야기도 곁에 두고 싶습니다.',
                '‘{title}’{이라는/라는} 글도 함께 읽어 볼 만합니다.',
              ],
              en: [
                'A passage called “{title}” has this to say.',
                '“{title}” is worth keeping close by.',
                'Something from “{title}” fits here as well.',
              ],
            },
          },
        },
      ],
      [
        {
          rank: 4,
          say: {
            ko: ['하나만 골라 오늘 안에 해 보셔도 충분합니다.', '마음이 먼저 끌리는 것 하나면 충분합니다.'],
            en: ['One of these, done today, is plenty.', 'Choose whichever draws you first; one is enough.'],
          },
        },
      ],
    ],
    nothing: {
      ko: [
        '{symbols}{이/가} 나온 이 꿈에 꼭 맞는 조언은 아직 찾지 못했습니다. 오늘은 꿈에서 가장 또렷했던 장면을 한 줄로 적고, 그때의 기분에 이름을 붙여 보시기 바랍니다.',
        '이 꿈에 꼭 맞는 조언은 아직 찾지 못했습니다. 오늘은 꿈에서 가장 또렷했던 장면을 한 줄로 적고, 그때의 기분에 이름을 붙여 보시기 바랍니다.',
      ],
      en: [
        'No advice that truly fits a dream of {symbols} has been found yet. For today, write the clearest scene in one line and give the feeling in it a name.',
        'No advice that truly fits this dream has been found yet. For today, write the clearest scene in one line and give the feeling in it a name.',
      ],
    },
  },
});
