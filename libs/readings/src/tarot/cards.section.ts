import { defineSection } from '../define-section.js';

export const cards = defineSection({
  id: 'cards',
  title: { ko: '카드 풀이', en: 'The cards' },
  retrievers: ['domain'],
  maxTokens: 900,
  task: 'The positions in their order: for each the position, the card and whether it is reversed, and what it means there, in two or three sentences.',
  compose: {
    role: 'detail',
    paragraphs: [
      [
        // A single card has been named by the answer to the question.
        {
          each: 'laidCards',
          most: 1,
          rank: 1,
          needs: 'single',
          draw: { take: 'part', orElse: 'core', retrievers: ['domain', 'graph'], units: 2 },
        },
        {
          each: 'laidCards',
          most: 20,
          unless: 'single',
          rank: 1,
          keepLead: true,
          apart: true,
          draw: { take: 'part', orElse: 'core', retrievers: ['domain', 'graph'], units: 2 },
          leads: {
            next: {
              ko: [
                '{name}{은/는} {orientation}으로 놓였습니다.',
                '‘{position}’ 자리에는 {name}{이/가} {orientation}으로 놓였습니다.',
                '‘{position}’{을/를} 말하는 카드는 {orientation}의 {name}입니다.',
                '‘{position}’에서 만난 카드는 {name}, {orientation}입니다.',
                '‘{position}’ 자리에는 {name}{이/가} {orientation}으로 놓였으니, {hint} 읽어 봅니다.',
                '‘{position}’{을/를} 말하는 카드는 {orientation}의 {name}이며, {hint} 읽어 봅니다.',
              ],
              en: [
                'Here lies {name}, {orientation}.',
                'Under “{position}” lies {name}, {orientation}.',
                'The card for “{position}” is {name}, {orientation}.',
                '“{position}” brings {name}, {orientation}.',
                'Under “{position}” lies {name}, {orientation}, to be read {hint}.',
                '“{position}” brings {name}, {orientation}; read it {hint}.',
              ],
            },
          },
        },
      ],
    ],
    nothing: {
      ko: [
        '카드 하나하나에 대해 믿고 전해 드릴 만한 글은 아직 찾지 못했습니다. 자리와 방향을 적어 두고 그림이 주는 첫 느낌을 곁들여 보시기 바랍니다.',
      ],
      en: [
        'No text on the single cards that could be relied on has been found yet. Note their places, and beside each the first feeling its picture gives you.',
      ],
    },
  },
});
