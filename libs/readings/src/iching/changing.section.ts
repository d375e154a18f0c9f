import type { Step } from '@app/composer';
import { defineSection } from '../define-section.js';

/** Names the changing lines and, of two or three, the decisive one. */
const RULE: readonly Step[] = [
  {
    rank: 0,
    needs: 'someLines',
    say: {
      ko: ['{primaryName}에서 {changing}{이/가} 함께 움직이니, 그 가운데 위에 있는 {mainLine}의 말을 주로 삼습니다.'],
      en: ['In {primaryName} several lines move, {changing}; the upper of them, {mainLine}, weighs most.'],
    },
  },
  {
    rank: 0,
    needs: 'manyLines',
    say: {
      ko: ['{primaryName}에서 변하는 효는 {changing}입니다.'],
      en: ['The changing lines of {primaryName}: {changing}.'],
    },
  },
];

export const changing = defineSection({
  id: 'changing',
  title: { ko: '변하는 효', en: 'Changing lines' },
  retrievers: ['domain'],
  when: ({ facts }) => facts['resulting'] !== null,
  maxTokens: 400,
  task: 'The changing lines from the bottom up, each by its number, then where they lead, naming the resulting hexagram.',
  compose: {
    role: 'detail',
    paragraphs: [
      [
        ...RULE,
        {
          rank: 0.5,
          say: {
            ko: ['받으신 효사는 {lineTexts}입니다.', '함께 받으신 효사는 {lineTexts}입니다.'],
            en: ['The line text you were given reads {lineTexts}.', 'You were given these words for it: {lineTexts}.'],
          },
        },
      ],
      [
        {
          each: 'spokenLines',
          most: 3,
          rank: 1,
          apart: true,
          draw: { take: 'part', retrievers: ['domain', 'graph'] },
          leads: { next: { ko: ['{line}:'], en: ['{Line}:'] } },
        },
      ],
      [
        {
          rank: 0,
          say: {
            ko: [
              '이 움직임을 따라가면 {resultingNumber}번 괘 {resultingName}에 이릅니다.',
              '{primaryName}에서 움직여 다다르는 곳은 {resultingNumber}번 괘 {resultingName}입니다.',
            ],
            en: [
              'Follow this movement and it leads to hexagram {resultingNumber}, {resultingName}.',
              'From {primaryName} it arrives at hexagram {resultingNumber}, {resultingName}.',
            ],
          },
        },
        { each: 'resulting', most: 1, rank: 2, draw: { take: 'core', retrievers: ['domain', 'graph'] } },
        {
          each: 'resultingJudgement',
          most: 1,
          rank: 3,
          draw: { take: 'part', retrievers: ['domain'], units: 2 },
        },
      ],
    ],
    nothing: {
      ko: [
        '변하는 효에 대해 전해 드릴 만한 글을 찾지 못했습니다. 지금의 모습과 바뀐 뒤의 모습을 나란히 놓고 무엇이 달라지는지 살펴보시기 바랍니다.',
      ],
      en: [
        'No text on the changing lines has been found. Set the two figures side by side and see what differs between them.',
      ],
    },
  },
});
