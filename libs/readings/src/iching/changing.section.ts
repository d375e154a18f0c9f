import { defineSection } from '../define-section.js';

export const changing = defineSection({
  id: 'changing',
  title: { ko: '변하는 효', en: 'Changing lines' },
  retrievers: ['domain'],
  when: ({ facts }) => facts['resulting'] !== null,
  maxTokens: 400,
  task: 'The changing lines from the bottom up, each by its number, then where they lead, naming the resulting hexagram.',
  compose: {
    paragraphs: [
      [
        {
          rank: 0,
          say: {
            ko: [
              '{primaryName} 안에서 움직이는 것은 {changing}입니다.',
              '{primaryName}에서 변화가 시작되는 자리는 {changing}입니다.',
            ],
            en: [
              'Within {primaryName} the movement is in {changing}.',
              'In {primaryName} the change begins in {changing}.',
            ],
          },
        },
        {
          rank: 0.5,
          say: {
            ko: ['받으신 효사는 {lineTexts}입니다.', '함께 받으신 효사는 {lineTexts}입니다.'],
            en: ['The line text you were given reads {lineTexts}.', 'You were given these words for it: {lineTexts}.'],
          },
        },
        {
          each: 'lines',
          most: 6,
          rank: 1,
          draw: { take: 'part', retrievers: ['domain', 'graph'] },
          leads: {
            next: {
              ko: [
                '{line}{은/는} 이렇게 말합니다.',
                '{line}의 말입니다.',
                '{line}에서는 다음 말에 귀를 기울일 만합니다.',
              ],
              en: ['{Line} puts it like this.', 'Here is what {line} says.', '{Line} has this to add.'],
            },
          },
        },
      ],
      [
        {
          rank: 0,
          say: {
            ko: [
              '이 움직임을 따라가면 {resultingNumber}번 괘 {resultingName}에 이릅니다.',
              '그렇게 해서 다다르는 곳은 {resultingNumber}번 괘 {resultingName}입니다.',
            ],
            en: [
              'Follow this movement and it leads to hexagram {resultingNumber}, {resultingName}.',
              'Where it arrives is hexagram {resultingNumber}, {resultingName}.',
            ],
          },
        },
        { each: 'resulting', most: 1, rank: 2, draw: { take: 'core', retrievers: ['domain', 'graph'] } },
        {
          each: 'resultingJudgement',
          most: 1,
          rank: 3,
          draw: { take: 'part', retrievers: ['domain'], units: 2 },
          leads: { next: { ko: ['그 괘의 괘사는 이렇습니다.'], en: ['The judgement there says this.'] } },
        },
      ],
    ],
    nothing: {
      ko: [
        '움직이는 효에 대해 전해 드릴 만한 글은 아직 찾지 못했습니다. 지금의 모습과 바뀐 뒤의 모습을 나란히 놓고 무엇이 달라지는지 살펴보시기 바랍니다.',
      ],
      en: [
        'No text on the moving lines has been found yet. Set the two figures side by side and see what differs between them.',
      ],
    },
  },
});
