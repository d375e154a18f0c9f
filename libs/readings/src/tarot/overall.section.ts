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
        // Questions about the future and about another person are answered with what the cards show, see the next steps.
        ...LIMITS.filter(({ needs }) => needs !== 'asksFuture' && needs !== 'asksMind'),
        {
          rank: 0,
          needs: 'asksMind',
          unless: 'otherCard',
          say: {
            ko: [
              '상대의 속마음을 카드가 대신 말해 줄 수는 없지만, 두 사람 사이의 흐름은 ‘{answerPosition}’ 자리의 {answerCard}({answerWay})에서 가장 잘 보입니다.',
              '상대의 속마음을 카드가 대신 말해 줄 수는 없지만, 두 사람 사이의 흐름은 {answerCard}({answerWay})에서 가장 잘 보입니다.',
            ],
            en: [
              'The cards cannot speak for another heart, but what goes on between you shows best in {answerCard}, {answerWay}, under “{answerPosition}”.',
              'The cards cannot speak for another heart, but what goes on between you shows best in {answerCard}, {answerWay}.',
            ],
          },
        },
        {
          rank: 0,
          needs: 'otherCard',
          say: {
            ko: [
              '상대의 속마음을 카드가 대신 말해 줄 수는 없지만, ‘{answerPosition}’ 자리의 {answerCard}({answerWay}){이/가} 그 사람의 지금 모습을 비춥니다.',
            ],
            en: [
              'The cards cannot speak for another heart, but {answerCard}, {answerWay}, under “{answerPosition}”, reflects how that person stands now.',
            ],
          },
        },
        {
          rank: 0,
          needs: 'asksFuture',
          say: {
            ko: [
              '앞일이 정해져 있지는 않지만, ‘{quote}’{이라는/라는} 물음에 ‘{answerPosition}’ 자리의 {answerCard}({answerWay}){은/는} {verdict}으로 기웁니다.',
              '앞일이 정해져 있지는 않지만, ‘{quote}’{이라는/라는} 물음에 {answerCard}({answerWay}){은/는} {verdict}으로 기웁니다.',
              '‘{quote}’의 답이 정해져 있지는 않으며, 가장 많이 말해 주는 카드는 ‘{answerPosition}’ 자리의 {answerCard}({answerWay})입니다.',
              '‘{quote}’의 답이 정해져 있지는 않으며, 가장 많이 말해 주는 카드는 {answerCard}({answerWay})입니다.',
            ],
            en: [
              'The future is open, but asked “{quote}”, {answerCard} ({answerWay}, under “{answerPosition}”) leans this way: {verdict}.',
              'The future is open, but asked “{quote}”, {answerCard} ({answerWay}) leans this way: {verdict}.',
              'Nothing is settled about “{quote}”; the card that says most is {answerCard}, {answerWay}, under “{answerPosition}”.',
              'Nothing is settled about “{quote}”; the card that says most is {answerCard}, {answerWay}.',
            ],
          },
        },
        {
          rank: 0,
          needs: 'evenWays',
          say: {
            ko: [
              '‘{asked}’{이라는/라는} 물음에 두 길의 무게는 비슷합니다. 먼저 눈에 들어오는 것은 ‘{answerPosition}’에 놓인 {answerCard}({answerWay})입니다.',
            ],
            en: [
              'Asked “{asked}”, the cards give both ways about the same weight. The one to look at first is {answerCard}, {answerWay}, under “{answerPosition}”.',
            ],
          },
        },
        {
          rank: 0,
          needs: 'asked',
          unless: 'answeredOtherwise',
          say: {
            ko: [
              '‘{asked}’{이라는/라는} 물음에 카드는 {way} 쪽에 무게를 둡니다. 그 길 끝에 {answerCard}({answerWay}){이/가} 있습니다.',
              '‘{asked}’{이라는/라는} 물음에 ‘{answerPosition}’ 자리의 {answerCard}({answerWay}){은/는} {verdict}으로 기웁니다.',
              '‘{asked}’{이라는/라는} 물음에 {answerCard}({answerWay}){은/는} {verdict}으로 기웁니다.',
              '‘{asked}’{이라는/라는} 물음에 가장 가까운 대답은 ‘{answerPosition}’ 자리의 {answerCard}({answerWay})입니다.',
              '‘{asked}’{이라는/라는} 물음에 가장 가까운 대답은 {answerCard}({answerWay})입니다.',
            ],
            en: [
              'Asked “{asked}”, the cards give more weight to {way}. At its end lies {answerCard}, {answerWay}.',
              'Asked “{asked}”, {answerCard} ({answerWay}, under “{answerPosition}”) leans this way: {verdict}.',
              'Asked “{asked}”, {answerCard} ({answerWay}) leans this way: {verdict}.',
              'The closest answer to “{asked}” is {answerCard}, {answerWay}, under “{answerPosition}”.',
              'The closest answer to “{asked}” is {answerCard}, {answerWay}.',
            ],
          },
        },
        { each: 'answerCard', most: 1, rank: 0.5, draw: { take: 'part', retrievers: ['domain', 'graph'], units: 2 } },
      ],
      [
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
          needs: 'single',
          // The answer to the question names the card already.
          unless: 'asked',
          say: { ko: ['펼쳐진 카드는 한 장, {laid}입니다.'], en: ['A single card lies on the table: {laid}.'] },
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
