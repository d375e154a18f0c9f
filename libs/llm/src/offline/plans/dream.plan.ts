import { type Leads, NO_LEAD, type SectionPlan } from './section-plan.js';

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

const summary: SectionPlan = {
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
};

const symbols: SectionPlan = {
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
};

const recommendations: SectionPlan = {
  paragraphs: [
    [
      {
        rank: 0,
        promises: true,
        say: {
          ko: [
            '{symbols}{이/가} 나온 꿈을 꾸고 난 지금, 가볍게 해 볼 만한 일을 권해 드립니다.',
            '{symbols}{이/가} 남긴 여운을 하루 속으로 옮겨 볼 방법입니다.',
            '{symbols}{을/를} 만난 이 꿈을 그냥 흘려보내지 않으려면 다음과 같은 일이 도움이 됩니다.',
          ],
          en: [
            'After a dream of {symbols}, here are a few light things you might try.',
            'What {symbols} left behind can be carried into the day like this.',
            'So that a dream of {symbols} does not simply fade, a small step or two may help.',
          ],
        },
      },
      {
        rank: 0,
        promises: true,
        unless: 'symbols',
        say: {
          ko: ['꿈에서 깨어난 지금, 가볍게 해 볼 만한 일을 권해 드립니다.'],
          en: ['Now that you are awake, here are a few light things you might try.'],
        },
      },
    ],
    [
      {
        draw: { take: 'advice', retrievers: ['persona'], half: 'second', inOrder: true },
        most: 1,
        rank: 1,
      },
      {
        draw: { take: 'advice', retrievers: ['corpus'], stretch: true, relevant: true },
        most: 2,
        rank: 2,
        leads: {
          next: {
            ko: [
              '‘{title}’{이라는/라는} 글에는 이런 대목이 있습니다.',
              '‘{title}’{이라는/라는} 이야기도 곁에 두고 싶습니다.',
              '‘{title}’{이라는/라는} 글도 함께 읽어 볼 만합니다.',
            ],
            en: [
              'A passage called “{title}” has this to say.',
              '“{title}” is worth keeping close by.',
              'Something from “{title}” fits here as well.',
            ],
          },
        },
      },
    ],
    [
      {
        rank: 4,
        say: {
          ko: ['하나만 골라 오늘 안에 해 보셔도 충분합니다.', '마음이 먼저 끌리는 것 하나면 충분합니다.'],
          en: ['One of these, done today, is plenty.', 'Choose whichever draws you first; one is enough.'],
        },
      },
    ],
  ],
  nothing: {
    ko: [
      '{symbols}{이/가} 나온 이 꿈에 꼭 맞는 조언은 아직 찾지 못했습니다. 오늘은 꿈에서 가장 또렷했던 장면을 한 줄로 적고, 그때의 기분에 이름을 붙여 보시기 바랍니다.',
      '이 꿈에 꼭 맞는 조언은 아직 찾지 못했습니다. 오늘은 꿈에서 가장 또렷했던 장면을 한 줄로 적고, 그때의 기분에 이름을 붙여 보시기 바랍니다.',
    ],
    en: [
      'No advice that truly fits a dream of {symbols} has been found yet. For today, write the clearest scene in one line and give the feeling in it a name.',
      'No advice that truly fits this dream has been found yet. For today, write the clearest scene in one line and give the feeling in it a name.',
    ],
  },
};

export const dreamPlans: Readonly<Record<string, SectionPlan>> = { summary, symbols, recommendations };
