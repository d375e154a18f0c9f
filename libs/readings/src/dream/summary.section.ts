import { defineSection } from '../define-section.js';
import { DREAM_ANSWERS } from './dream-answers.js';
import { IN_OWN_WORDS } from './in-own-words.js';
import { turnSteps } from './turns.js';

export const summary = defineSection({
  id: 'summary',
  title: { ko: '꿈의 줄거리', en: 'The dream as a whole' },
  retrievers: ['domain', 'persona'],
  maxTokens: 400,
  task: 'In one or two paragraphs, what the dream as a whole may be about and how it felt; single symbols only where the whole turns on them.',
  compose: {
    role: 'meaning',
    paragraphs: [
      [
        ...DREAM_ANSWERS,
        {
          each: 'leadSymbol',
          most: 1,
          rank: 0.5,
          needs: 'asksOmen',
          draw: { take: 'folk', retrievers: ['domain'] },
          leads: {
            next: {
              ko: [
                '길흉을 정해 주는 꿈은 아니지만, {name}에 대해 전해 오는 풀이는 있습니다.',
                '좋고 나쁨은 꿈이 정하지 않습니다. 다만 {name}{을/를} 두고 이런 풀이가 전해 옵니다.',
              ],
              en: [
                'No dream decides what is to come, but there is an old reading of {name}.',
                'Whether it is good or bad a dream does not settle; of {name} this has been handed down.',
              ],
            },
          },
        },
      ],
      [
        // With a care topic only the dead and those close to the dreamer are read: a lost key is no lesson then.
        {
          each: 'dead',
          most: 1,
          rank: 1,
          needs: 'care',
          leads: IN_OWN_WORDS,
          draw: { take: 'context', orElse: 'core', retrievers: ['domain', 'graph'] },
        },
        {
          each: 'leadSymbol',
          most: 1,
          rank: 1,
          unless: 'care',
          leads: IN_OWN_WORDS,
          draw: {
            take: 'context',
            orElse: 'core',
            followedBy: 'core',
            retrievers: ['domain', 'graph'],
          },
        },
      ],
      [
        {
          rank: 2.2,
          needs: 'unafraid',
          say: {
            ko: [
              '무섭지 않았다는 점이 중요합니다. 겁낼 만한 것을 겁 없이 바라보는 꿈은 밀어내기보다 알아 가고 있다는 뜻에 가깝습니다.',
              '두려움이 없었다는 점을 함께 읽어야 합니다. 같은 그림도 무섭지 않았다면 위협보다는 내 안의 힘을 만나는 일에 가깝습니다.',
            ],
            en: [
              'That you were not afraid matters: what is watched without fear is being got to know rather than fended off.',
              'You were not afraid, and that belongs to the reading: without fear the same picture is less a threat than a meeting.',
            ],
          },
        },
        ...turnSteps,
        {
          rank: 2.4,
          say: {
            ko: [
              '‘{nowadays}’{이라고/라고} 하셨으니, 이 장면은 그 일과 나란히 놓고 읽을 만합니다.',
              '‘{nowadays}’{이라는/라는} 말씀이 이 꿈의 배경으로 보입니다. 꿈은 낮에 마음 쓰던 일을 다른 그림으로 이어 가곤 합니다.',
            ],
            en: [
              'You also write “{nowadays}”: that is the first place to look for what this dream carries on.',
              'Read this beside what you say of your days, “{nowadays}”; dreams tend to carry on what we are busy with.',
            ],
          },
        },
      ],
    ],
    nothing: {
      ko: [
        '들려주신 꿈에 맞는 풀이를 찾지 못했습니다. 꿈에서 무엇이 보였고 무엇이 일어났는지 조금 더 적어 주시면 다시 읽어 보겠습니다.',
        '이 꿈을 풀어 줄 글을 찾지 못했습니다. 맞지 않는 뜻을 붙이기보다, 깨었을 때의 기분이 어디에서 왔는지부터 살펴보시면 좋겠습니다.',
        '이 꿈에 꼭 맞는 풀이를 찾지 못했습니다. 지어내어 말하기보다, 꿈에서 가장 오래 남은 장면과 그때의 기분을 먼저 적어 두시기를 권합니다.',
      ],
      en: [
        'No reading has been found for what you dreamt. If you write a little more of what you saw and what happened, it can be read again.',
        'No text has been found that opens this dream. Better than a meaning that does not fit: ask where the feeling you woke with came from.',
        'Nothing fitting has been found for this dream. Rather than invent a meaning, it is better to note down the scene that stayed longest and how it felt.',
      ],
    },
  },
});
