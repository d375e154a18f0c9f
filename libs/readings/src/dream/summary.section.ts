import { LIMITS } from '@app/composer';
import { defineSection } from '../define-section.js';
import { DREAM_ANSWERS } from './dream-answers.js';

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
        ...LIMITS,
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
        {
          each: 'leadSymbol',
          most: 1,
          rank: 1,
          draw: {
            take: 'context',
            orElse: 'core',
            followedBy: 'core',
            alternate: 'psyche',
            retrievers: ['domain', 'graph'],
          },
        },
        {
          each: 'emotions',
          most: 1,
          rank: 2,
          unless: 'leadSymbol',
          draw: { take: 'core', retrievers: ['graph', 'domain'] },
        },
        {
          rank: 2.5,
          unless: 'care',
          say: {
            ko: ['{lead}{을/를} 따라가 보면, 꿈 전체가 ‘{sharedTheme}’{을/를} 이야기하고 있습니다.'],
            en: ['Followed from {lead}, the whole dream speaks of {sharedTheme}.'],
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
