import { LIMITS, type SectionPlan } from '@app/composer';
import { turnPhrases } from './turn-phrases.js';

/** Plan of an answer in a conversation about a reading of any kind. */
export const answerComposition: SectionPlan = {
  role: 'answer',
  turns: turnPhrases,
  paragraphs: [
    [...LIMITS],
    [
      {
        each: 'leadSymbol',
        most: 1,
        rank: 1,
        draw: { take: 'core', followedBy: 'context', retrievers: ['domain', 'graph'] },
      },
      { draw: { take: 'advice', retrievers: ['corpus'], stretch: true, inOrder: true }, most: 1, rank: 1.3 },
    ],
    [
      {
        each: 'orientations',
        most: 3,
        rank: 1,
        keepLead: true,
        draw: { take: 'part' },
        leads: {
          only: {
            ko: ['{name} 카드는 {orientation}으로 놓여 있습니다.'],
            en: ['{Name} lies {orientation}.'],
          },
          first: {
            ko: ['먼저 {name} 카드는 {orientation}으로 놓여 있습니다.'],
            en: ['To begin with, {name} lies {orientation}.'],
          },
          next: {
            ko: ['{orientation}의 {name} 카드도 말을 보탭니다.', '{name} 카드는 {orientation}입니다.'],
            en: ['{Name}, {orientation}, adds a word.', '{Name} lies {orientation}.'],
          },
          again: {
            ko: ['{name} 카드를 조금 더 보겠습니다.', '{name} 카드로 돌아가 봅니다.'],
            en: ['To look again at {name}:', 'Back to {name}:'],
          },
        },
      },
      {
        rank: 1.05,
        needs: 'yearPillar',
        say: {
          ko: ['‘{asked}’{이라는/라는} 물음을 지금의 운에 비추어 보면 이렇습니다.'],
          en: ['For your question, “{asked}”, the present periods show this.'],
        },
      },
      // Questions about charts are mostly about the present, so the current periods come first.
      {
        each: 'luckPillar',
        most: 1,
        rank: 1.1,
        keepLead: true,
        draw: { take: 'part' },
        leads: {
          next: {
            ko: [
              '지금 지나는 대운은 {name}{으로/로}, 일간에게는 {god}의 시기입니다.',
              '지금 지나는 대운은 {name}입니다.',
            ],
            en: [
              'The ten-year pillar that is running is {name}, which is {god} to the day master.',
              'The ten-year pillar that is running is {name}.',
            ],
          },
          again: {
            ko: ['대운 {name}의 흐름은 이렇게도 나타납니다.'],
            en: ['The ten-year pillar {name} also shows in this.'],
          },
        },
      },
      {
        each: 'yearPillar',
        most: 1,
        rank: 1.15,
        keepLead: true,
        draw: { take: 'part' },
        leads: {
          next: {
            ko: ['올해는 {name}의 해로, 일간에게는 {god}에 해당합니다.', '올해는 {name}의 해입니다.'],
            en: ['The year is {name}, which stands as {god} to the day master.', 'The year is {name}.'],
          },
          again: { ko: ['{name}의 해에는 이런 면도 있습니다.'], en: ['The year {name} has this side too.'] },
        },
      },
      { draw: { take: 'answer', retrievers: ['domain', 'graph', 'corpus'], units: 2 }, most: 1, rank: 1.2 },
      { draw: { take: 'core', retrievers: ['domain'] }, most: 1, rank: 1.3, isFallback: true },
      { draw: { take: 'advice', retrievers: ['persona'], vary: true }, most: 1, rank: 1.5 },
    ],
  ],
  nothing: {
    ko: [
      '‘{quote}’, 이 물음에 답할 만한 글이 저에게는 없습니다. {about}의 뜻이나 그와 닿은 마음이라면 이어서 살펴 드릴 수 있습니다.',
      '이 물음에 답할 만한 글이 저에게는 없습니다. {about}의 뜻이나 그와 닿은 마음이라면 이어서 살펴 드릴 수 있습니다.',
      '‘{quote}’, 이 물음에 답할 만한 글이 저에게는 없습니다. 꿈의 한 장면이나 카드, 괘의 이름을 말씀해 주시면 그 뜻을 살펴 드릴 수 있습니다.',
      '이 물음에 답할 만한 글이 저에게는 없습니다. 꿈의 한 장면이나 카드, 괘의 이름을 말씀해 주시면 그 뜻을 살펴 드릴 수 있습니다.',
    ],
    en: [
      'For “{quote}” I have no text that answers it. What {about} may mean, or the feelings around it, I can go into.',
      'I have no text that answers this. What {about} may mean, or the feelings around it, I can go into.',
      'For “{quote}” I have no text that answers it. Name a scene of the dream, a card or a hexagram, and I can look at what it means.',
      'I have no text that answers this. Name a scene of the dream, a card or a hexagram, and I can look at what it means.',
    ],
  },
};
