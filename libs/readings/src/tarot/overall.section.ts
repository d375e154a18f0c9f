import { LIMITS } from '@app/composer';
import { defineSection } from '../define-section.js';

export const overall = defineSection({
  id: 'overall',
  title: { ko: '전체 흐름', en: 'As a whole' },
  retrievers: ['domain', 'graph'],
  maxTokens: 400,
  task: 'In one or two paragraphs, the story the cards tell together about the question asked, naming them as they lie; no card by card explanation.',
  compose: {
    role: 'meaning',
    paragraphs: [
      [
        {
          rank: 0,
          say: {
            ko: [
              '‘{asked}’{이라는/라는} 물음을 두고 카드를 펼쳤습니다.',
              '‘{asked}’{이라는/라는} 물음을 카드 앞에 놓았습니다.',
            ],
            en: [
              'The cards were laid for a question: “{asked}”.',
              'What you asked stands over this spread: “{asked}”.',
            ],
          },
        },
        ...LIMITS,
        {
          rank: 0,
          unless: 'single',
          say: {
            ko: ['펼쳐진 {total}{은/는} {laid}입니다.', '{total}{이/가} 이렇게 놓였습니다: {laid}.'],
            en: ['On the table lie {several} cards: {laid}.', 'These are the {several} cards that came: {laid}.'],
          },
        },
        {
          rank: 0,
          unless: 'several',
          say: { ko: ['펼쳐진 카드는 한 장, {laid}입니다.'], en: ['A single card lies on the table: {laid}.'] },
        },
        {
          rank: 3,
          say: {
            ko: [
              '이 {total} 가운데 {someReversed}{은/는} 역방향입니다.',
              '{allReversed}{이/가} 모두 역방향으로 나온 점도 눈에 띕니다.',
            ],
            en: ['Of the {total}, {someReversed} came reversed.', 'All {allReversed} of them came reversed.'],
          },
        },
        {
          rank: 4,
          say: {
            ko: ['그 가운데 {suit} 카드가 {suitCount}으로 가장 많습니다.', '메이저 아르카나는 {majors} 들어 있습니다.'],
            en: [
              'The suit that comes up most is {suit}, with {suitCount} cards.',
              'Among them are {majors} cards of the major arcana.',
            ],
          },
        },
      ],
      [
        {
          each: 'pictures',
          most: 4,
          rank: 1,
          draw: { take: 'part', orElse: 'core', retrievers: ['domain', 'graph'], units: 2 },
        },
        {
          rank: 2,
          say: {
            ko: [
              '카드를 나란히 놓고 보면 ‘{sharedTheme}’{이라는/라는} 주제가 거듭 나타납니다.',
              '이 카드들은 ‘{sharedTheme}’{이라는/라는} 주제를 함께 나누고 있습니다.',
            ],
            en: [
              'Seen side by side, the cards keep coming back to one theme: {sharedTheme}.',
              'These cards share a theme, {sharedTheme}.',
            ],
          },
        },
      ],
    ],
    nothing: {
      ko: [
        '이 카드들에 대해 전해 드릴 만한 글을 아직 찾지 못했습니다. 그림에서 가장 먼저 눈이 간 것이 무엇인지부터 적어 보시기 바랍니다.',
      ],
      en: [
        'No text on these cards has been found yet. It is a good beginning to note what caught your eye first in the pictures.',
      ],
    },
  },
});
