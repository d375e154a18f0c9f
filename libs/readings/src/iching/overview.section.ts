import { LIMITS } from '@app/composer';
import { defineSection } from '../define-section.js';

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
        {
          rank: 0,
          say: {
            ko: ['‘{asked}’{이라는/라는} 물음에 괘를 얻었습니다.', '‘{asked}’{을/를} 마음에 두고 괘를 세웠습니다.'],
            en: [
              'A hexagram was cast for your question, “{asked}”.',
              'This cast answers to what you asked: “{asked}”.',
            ],
          },
        },
        ...LIMITS,
        {
          rank: 0,
          say: {
            ko: ['이번에 만난 괘는 {about}입니다.', '나온 괘는 {about}입니다.'],
            en: ['What came is {about}.', 'The figure that came is {about}.'],
          },
        },
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
      ],
      [
        { each: 'primary', most: 1, rank: 1, draw: { take: 'core', retrievers: ['domain', 'graph'], units: 2 } },
        {
          each: 'judgement',
          most: 1,
          rank: 1.2,
          draw: { take: 'part', retrievers: ['domain'], units: 2 },
        },
        {
          each: 'image',
          most: 1,
          rank: 2,
          draw: { take: 'part', retrievers: ['domain'], units: 2 },
        },
      ],
      [
        {
          rank: 1.1,
          say: {
            ko: ['움직이는 효는 {changing}이고, 괘는 {resultingName}{으로/로} 옮겨 갑니다.'],
            en: ['The movement is in {changing}, and the figure turns into {resultingName}.'],
          },
        },
        {
          rank: 2.2,
          say: {
            ko: ['움직이는 효가 없으니 {still}의 뜻이 그대로 이어집니다.'],
            en: ['No line is moving; what holds for now is {still}.'],
          },
        },
        {
          rank: 3,
          say: {
            ko: [
              '속에는 {nuclear}{이/가} 호괘로 들어 있고, 뒤집으면 {inverse}, 음양을 모두 바꾸면 {opposite}{이/가} 됩니다.',
              '속에는 {nuclear}{이/가} 호괘로 들어 있고, 뒤집어도 음양을 바꾸어도 {turned}{이/가} 됩니다.',
              '속에는 {nuclear}{이/가} 호괘로 들어 있습니다.',
              '음양을 모두 바꾸면 {opposite}{이/가} 됩니다.',
            ],
            en: [
              'Its nuclear figure is {nuclear}; turned upside down it is {inverse}, and with every line changed {opposite}.',
              'Its nuclear figure is {nuclear}; turned upside down, or with every line changed, it is {turned}.',
              'Its nuclear figure is {nuclear}.',
              'With every line changed it is {opposite}.',
            ],
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
