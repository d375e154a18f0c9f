import { NO_LEAD, type Leads } from '@app/composer';
import { defineSection } from '../define-section.js';

/** When no symbol was recognised: what the dream comes close to. */
const NEAREST: Leads = {
  next: {
    ko: ['‘{title}’{과/와}도 닿아 있습니다.', '‘{title}’{을/를} 함께 떠올려 볼 수 있습니다.'],
    en: ['It also touches on “{title}”.', '“{title}” comes to mind as well.'],
  },
  first: {
    ko: ['이 꿈에 가장 가까운 그림은 ‘{title}’입니다.'],
    en: ['The image that comes nearest to this dream is “{title}”.'],
  },
  only: {
    ko: ['이 꿈에 가장 가까운 그림은 ‘{title}’입니다.'],
    en: ['The image that comes nearest to this dream is “{title}”.'],
  },
};

export const summary = defineSection({
  id: 'summary',
  title: { ko: '꿈의 줄거리', en: 'The dream as a whole' },
  retrievers: ['domain', 'persona'],
  maxTokens: 400,
  task: 'In one or two paragraphs, what the dream as a whole may be about and how it felt; single symbols only where the whole turns on them.',
  compose: {
    paragraphs: [
      [
        {
          rank: 0,
          say: {
            ko: [
              '‘{quote}’{이라는/라는} 대목이 가장 먼저 눈에 들어옵니다.',
              '‘{quote}’{이라는/라는} 장면에서 이 꿈의 이야기가 시작됩니다.',
              '들려주신 꿈에서는 ‘{quote}’{이라는/라는} 장면이 또렷하게 남습니다.',
            ],
            en: [
              'The moment that stands out first is the one you put this way: “{quote}”.',
              'The story of this dream opens with the moment you describe as “{quote}”.',
              'Of all you told, one scene stays in view: “{quote}”.',
            ],
          },
        },
        {
          rank: 0,
          say: {
            ko: [
              '{manySymbols}{이/가} 한 이야기 안에서 만난 꿈입니다.',
              '이 꿈을 이끌어 가는 것은 {manySymbols}입니다.',
              '이 꿈에는 {manySymbols}{이/가} 함께 나옵니다.',
              '이 꿈의 한가운데에는 {oneSymbol}{이/가} 있습니다.',
              '이 꿈에서는 {oneSymbol}{이/가} 이야기를 이끌어 갑니다.',
            ],
            en: [
              'Several images meet in one story here: {manySymbols}.',
              'What carries this dream is easily named: {manySymbols}.',
              'The night put these on its stage: {manySymbols}.',
              'At the centre of this dream stands one image, {oneSymbol}.',
              'One image carries this dream: {oneSymbol}.',
            ],
          },
        },
      ],
      [
        {
          each: 'symbols',
          most: 4,
          rank: 1,
          draw: { take: 'core', retrievers: ['domain', 'graph'] },
          leads: {
            only: NO_LEAD,
            first: NO_LEAD,
            next: {
              ko: [
                '그 곁의 {name}도 그냥 지나칠 수 없습니다.',
                '함께 나온 {name}도 눈여겨볼 만합니다.',
                '여기에 {name}{이/가} 겹쳐집니다.',
              ],
              en: ['Look as well at {name}.', 'What of {name}?', 'A further note comes from {name}.'],
            },
          },
        },
        {
          draw: { take: 'core', retrievers: ['domain', 'graph'], relevant: true },
          most: 3,
          rank: 1,
          unless: 'symbols',
          orSay: {
            ko: ['이 꿈의 그림에 꼭 들어맞는 풀이는 아직 찾지 못했습니다.'],
            en: ['A reading that truly fits the images of this dream has not been found yet.'],
          },
          leads: NEAREST,
        },
        {
          rank: 2,
          say: {
            ko: [
              '나란히 놓고 보면 모두 ‘{sharedTheme}’{이라는/라는} 한 가지 주제로 이어집니다.',
              '서로 다른 그림이지만 ‘{sharedTheme}’{이라는/라는} 주제에서 만납니다.',
            ],
            en: [
              'Set side by side, they meet in one theme: {sharedTheme}.',
              'Different as these images are, they share one thread: {sharedTheme}.',
            ],
          },
        },
      ],
      [
        {
          draw: { take: 'answer', retrievers: ['persona'], half: 'first', inOrder: true },
          most: 1,
          rank: 1.5,
        },
      ],
    ],
    nothing: {
      ko: [
        '아직 이 꿈에 꼭 맞는 풀이를 찾지 못했습니다. 지어내어 말하기보다, 꿈에서 가장 오래 남은 장면과 그때의 기분을 먼저 적어 두시기를 권합니다.',
      ],
      en: [
        'Nothing fitting has been found for this dream yet. Rather than invent a meaning, it is better to note down the scene that stayed longest and how it felt.',
      ],
    },
  },
});
