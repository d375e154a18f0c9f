import { LIMITS } from './limits.js';
import type { SectionPlan } from './section-plan.js';

const overview: SectionPlan = {
  paragraphs: [
    [
      {
        rank: 0,
        say: {
          ko: ['‘{quote}’{이라는/라는} 물음에 괘를 얻었습니다.', '‘{quote}’{을/를} 마음에 두고 괘를 세웠습니다.'],
          en: ['A hexagram was cast for your question, “{quote}”.', 'This cast answers to what you asked: “{quote}”.'],
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
        leads: {
          next: {
            ko: ['괘사가 전하는 뜻은 이렇습니다.', '괘에 붙은 말은 다음과 같이 읽힙니다.'],
            en: ['The judgement can be read like this.', 'This is what the judgement says.'],
          },
        },
      },
      {
        each: 'image',
        most: 1,
        rank: 2,
        draw: { take: 'part', retrievers: ['domain'], units: 2 },
        leads: {
          next: { ko: ['괘의 그림도 함께 떠올려 보시기 바랍니다.'], en: ['Its image adds a picture to keep in mind.'] },
        },
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
      {
        draw: { take: 'core', retrievers: ['graph'], prefixes: ['trigram:'] },
        most: 1,
        rank: 3.6,
        leads: {
          next: {
            ko: ['괘를 이루는 ‘{title}’의 뜻도 더해 봅니다.'],
            en: ['One of its two parts, “{title}”, adds its own sense.'],
          },
        },
      },
      {
        draw: { take: 'core', retrievers: ['graph'], prefixes: ['theme:', 'archetype:', 'emotion:'] },
        most: 1,
        rank: 3.5,
        leads: {
          next: {
            ko: ['이 괘가 건드리는 주제 가운데 하나는 ‘{topic}’입니다.'],
            en: ['One of the themes it touches is {topic}.'],
          },
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
};

const changing: SectionPlan = {
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
};

const advice: SectionPlan = {
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
          ko: ['괘는 때를 일러 줄 뿐, 걸음은 스스로 고르게 됩니다.', '서두르지 말고 한 가지부터 옮겨 보시기 바랍니다.'],
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
};

export const ichingPlans: Readonly<Record<string, SectionPlan>> = { overview, changing, advice };
