import { LIMITS } from '@app/composer';
import { defineSection } from '../define-section.js';

export const summary = defineSection({
  id: 'summary',
  title: { ko: '꿈의 줄거리', en: 'The dream as a whole' },
  retrievers: ['domain', 'persona'],
  maxTokens: 400,
  task: 'In one or two paragraphs, what the dream as a whole may be about and how it felt; single symbols only where the whole turns on them.',
  compose: {
    role: 'meaning',
    paragraphs: [
      [...LIMITS],
      [
        {
          each: 'leadSymbol',
          most: 1,
          rank: 1,
          draw: { take: 'core', alternate: 'psyche', followedBy: 'context', retrievers: ['domain', 'graph'] },
        },
        { each: 'emotions', most: 1, rank: 2, draw: { take: 'core', retrievers: ['graph', 'domain'] } },
        {
          rank: 2.5,
          unless: 'care',
          say: {
            ko: [
              '{lead}{과/와} 나머지 장면은 ‘{sharedTheme}’{이라는/라는} 주제에서 만납니다.',
              '‘{sharedTheme}’, {lead}{을/를} 비롯한 장면들을 잇는 주제입니다.',
            ],
            en: [
              'What joins {lead} to the rest is the theme of {sharedTheme}.',
              '{Lead} and the other scenes meet in one theme: {sharedTheme}.',
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
