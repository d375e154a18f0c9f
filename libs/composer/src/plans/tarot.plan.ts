import { LIMITS } from './limits.js';
import { NO_LEAD, type SectionPlan } from './section-plan.js';

const overall: SectionPlan = {
  paragraphs: [
    [
      {
        rank: 0,
        say: {
          ko: [
            '‘{quote}’{이라는/라는} 물음을 두고 카드를 펼쳤습니다.',
            '‘{quote}’{이라는/라는} 물음을 카드 앞에 놓았습니다.',
          ],
          en: ['The cards were laid for a question: “{quote}”.', 'What you asked stands over this spread: “{quote}”.'],
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
        leads: {
          only: NO_LEAD,
          first: {
            ko: ['이야기는 {name} 카드에서 시작됩니다.', '먼저 {name} 카드의 그림을 보겠습니다.'],
            en: ['The story opens with {name}.', 'First, the picture on {name}.'],
          },
          next: {
            ko: ['이어서 {name} 카드가 나옵니다.', '그 곁에 {name} 카드가 있습니다.'],
            en: ['Then comes {name}.', 'Next to it stands {name}.'],
          },
          last: {
            ko: ['그리고 {name} 카드가 이야기를 맺습니다.', '끝자리에는 {name} 카드가 있습니다.'],
            en: ['And {name} closes the story.', 'In the last place stands {name}.'],
          },
        },
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
    [
      {
        draw: { take: 'core', retrievers: ['graph'], prefixes: ['theme:', 'archetype:', 'emotion:'] },
        most: 1,
        rank: 3.5,
        leads: {
          next: {
            ko: [
              '그 흐름 아래에는 ‘{topic}’{이라는/라는} 주제가 놓여 있습니다.',
              '카드가 함께 건드리는 주제는 ‘{topic}’입니다.',
            ],
            en: ['Beneath it all runs another thread, {topic}.', 'One more thing the cards touch on is {topic}.'],
          },
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
};

const cards: SectionPlan = {
  paragraphs: [
    [
      {
        each: 'orientations',
        most: 20,
        rank: 1,
        keepLead: true,
        apart: true,
        draw: { take: 'part', orElse: 'scene', retrievers: ['domain', 'graph'], units: 2 },
        leads: {
          next: {
            ko: [
              '‘{position}’ 자리에는 {name}{이/가} {orientation}으로 놓였습니다.',
              '‘{position}’{을/를} 말하는 카드는 {orientation}의 {name}입니다.',
              '‘{position}’에서 만난 카드는 {name}, {orientation}입니다.',
              '‘{position}’ 자리에는 {name}{이/가} {orientation}으로 놓였으니, {hint} 읽어 봅니다.',
              '‘{position}’{을/를} 말하는 카드는 {orientation}의 {name}이며, {hint} 읽어 봅니다.',
            ],
            en: [
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
};

const guidance: SectionPlan = {
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
};

export const tarotPlans: Readonly<Record<string, SectionPlan>> = { overall, cards, guidance };
