import { LIMITS, type Step } from '@app/composer';
import { defineSection } from '../define-section.js';

/** States which text answers when so many lines move that it is not the judgement of the primary hexagram. */
const WHOLE: readonly Step[] = [
  {
    rank: 0,
    needs: 'allYang',
    say: {
      ko: ['여섯 효가 모두 움직여 用九의 말을 얻었으니, 뭇 용이 저마다 앞서려 하지 않을 때 좋습니다.'],
      en: [
        'All six lines move, and for this there is a text of its own: it goes well when none of the dragons claims to lead.',
      ],
    },
  },
  {
    rank: 0,
    needs: 'allYin',
    say: {
      ko: ['여섯 효가 모두 움직여 用六의 말을 얻었으니, 오래도록 바름을 지키는 것이 이롭습니다.'],
      en: ['All six lines move, and for this there is a text of its own: to stay true for a long time is what helps.'],
    },
  },
  {
    rank: 0,
    needs: 'answeredByResult',
    say: {
      ko: ['{moving} 움직여 이미 {resultingName}{으로/로} 기울었으니, 그 괘사가 대답이 됩니다.'],
      en: ['So much of it moves ({moving}) that the judgement of {resultingName} is the answer.'],
    },
  },
];

export const overview = defineSection({
  id: 'overview',
  title: { ko: '괘의 뜻', en: 'The hexagram' },
  retrievers: ['domain', 'graph'],
  maxTokens: 500,
  task: 'The primary hexagram by name, the picture of its lower and upper trigram together, and what kind of moment it describes for the question asked.',
  compose: {
    role: 'meaning',
    paragraphs: [
      [
        ...LIMITS,
        {
          rank: 0,
          say: {
            ko: ['‘{asked}’{이라는/라는} 물음에 나온 괘는 {about}입니다.', '나온 괘는 {about}입니다.'],
            en: ['To your question, “{asked}”, the figure that came is {about}.', 'The figure that came is {about}.'],
          },
        },
        ...WHOLE,
        { each: 'answer', most: 1, rank: 0.5, draw: { take: 'part', retrievers: ['domain'], units: 2 } },
      ],
      [
        { each: 'primary', most: 1, rank: 1, draw: { take: 'core', retrievers: ['domain', 'graph'], units: 2 } },
        {
          rank: 2.5,
          say: {
            ko: [
              '아래에 {primaryLower}, 위에 {primaryUpper}{이/가} 놓인 모습입니다.',
              '{primaryLower} 위에 {primaryUpper}{이/가} 얹힌 그림입니다.',
            ],
            en: [
              'Below lies {primaryLower}, above it {primaryUpper}.',
              'Its picture is {primaryUpper} above and {primaryLower} below.',
            ],
          },
        },
        { each: 'image', most: 1, rank: 2, draw: { take: 'part', retrievers: ['domain'], units: 2 } },
      ],
      [
        {
          rank: 1.1,
          unless: 'manyLines',
          say: {
            ko: ['변하는 효는 {changing}이고, 괘는 {resultingName}{으로/로} 옮겨 갑니다.'],
            en: ['The movement is in {changing}, and the figure turns into {resultingName}.'],
          },
        },
        {
          rank: 2.2,
          say: {
            ko: ['변하는 효가 없으니 {still}의 뜻이 그대로 이어집니다.'],
            en: ['No line is changing; what holds for now is {still}.'],
          },
        },
      ],
    ],
    nothing: {
      ko: [
        '이 괘에 대해 전해 드릴 만한 글을 아직 찾지 못했습니다. 괘의 이름과 그림을 적어 두고, 지금 나아갈 때인지 머물 때인지 스스로에게 물어보시기 바랍니다.',
      ],
      en: [
        'No text on this hexagram has been found yet. Note its name and figure, and ask yourself whether this is a time to move or to stay.',
      ],
    },
  },
});
