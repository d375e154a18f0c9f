import { defineSection } from '../define-section.js';

export const symbols = defineSection({
  id: 'symbols',
  title: { ko: '꿈속의 상징', en: 'Symbols' },
  retrievers: ['graph', 'domain'],
  maxTokens: 500,
  task: 'The dream’s symbols one after another, at most five: what each may stand for in this scene and how they connect.',
  compose: {
    paragraphs: [
      [
        {
          each: 'symbols',
          most: 6,
          rank: 1,
          apart: true,
          draw: { take: 'scene', retrievers: ['graph', 'domain'], units: 2, skipFirst: true },
          leads: {
            only: {
              ko: ['{name}{을/를} 조금 더 가까이 들여다보겠습니다.', '{name}{을/를} 천천히 살펴봅니다.'],
              en: ['Let us look at {name} more closely.', 'One image asks for a closer look: {name}.'],
            },
            first: {
              ko: ['먼저 {name}입니다.', '{name}부터 살펴봅니다.'],
              en: ['First, {name}.', 'To begin with {name}.'],
            },
            next: {
              ko: [
                '다음은 {name}입니다.',
                '{name}에도 눈길이 갑니다.',
                '{name}{은/는} 이렇게 읽어 볼 수 있습니다.',
                '이번에는 {name}{을/를} 들여다봅니다.',
              ],
              en: [
                'Next, {name}.',
                'The eye goes to {name} as well.',
                '{Name} may be read like this.',
                'Now for {name}.',
              ],
            },
            last: {
              ko: ['마지막으로 {name}입니다.', '끝으로 {name}{을/를} 봅니다.'],
              en: ['Lastly, {name}.', 'And finally {name}.'],
            },
          },
        },
        {
          draw: { take: 'scene', retrievers: ['graph', 'domain'], units: 2, skipFirst: true, relevant: true },
          most: 3,
          rank: 1,
          unless: 'symbols',
          leads: {
            next: {
              ko: ['‘{title}’{이라는/라는} 그림도 겹쳐 보입니다.', '‘{title}’에서도 실마리를 얻을 수 있습니다.'],
              en: ['The image of “{title}” shows through as well.', '“{title}” gives a further clue.'],
            },
            first: {
              ko: ['‘{title}’{이라는/라는} 그림부터 보겠습니다.'],
              en: ['Take the image of “{title}” to begin with.'],
            },
          },
        },
      ],
      [
        {
          each: 'emotions',
          most: 1,
          rank: 2,
          draw: { take: 'core', retrievers: ['graph', 'domain'] },
          leads: {
            next: {
              ko: [
                '꿈에 밴 마음, ‘{name}’도 하나의 상징입니다.',
                '그 안에 흐르던 ‘{name}’{이라는/라는} 감정도 말을 건넵니다.',
              ],
              en: [
                'The feeling that runs through it, {name}, is a symbol as well.',
                'One more thing speaks here, the feeling of {name}.',
              ],
            },
          },
        },
        {
          draw: { take: 'core', retrievers: ['graph'], prefixes: ['theme:'] },
          needs: 'symbols',
          most: 1,
          rank: 3,
          leads: {
            next: {
              ko: ['이 그림들 곁에는 ‘{title}’{이라는/라는} 주제가 나란히 놓여 있습니다.'],
              en: ['Close beside these images lies another theme, {topic}.'],
            },
          },
        },
        {
          draw: { take: 'core', retrievers: ['graph'], prefixes: ['archetype:'] },
          needs: 'symbols',
          most: 1,
          rank: 3.5,
          leads: {
            next: {
              ko: ['그 뒤로 ‘{topic}’의 얼굴도 비칩니다.'],
              en: ['Behind them one may make out the face of {topic}.'],
            },
          },
        },
      ],
    ],
    nothing: {
      ko: [
        '하나하나의 상징에 대해 믿고 전해 드릴 만한 풀이를 아직 찾지 못했습니다. 그 상징이 평소 어떤 느낌을 주는지 떠올려 보시면 좋은 실마리가 됩니다.',
      ],
      en: [
        'No reading of the single symbols that could be relied on has been found yet. What each of them means to you in daily life is a good clue to begin with.',
      ],
    },
  },
});
