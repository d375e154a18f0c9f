import { defineSection } from '../define-section.js';
import { themedMessages } from './themed-messages.js';

export const advice = defineSection({
  id: 'advice',
  title: { ko: '조언', en: 'Advice' },
  retrievers: ['domain', 'corpus', 'persona'],
  maxTokens: 400,
  task: 'Two or three small, concrete things the person can do or ask themselves now, each following from something in the charts.',
  prompt: themedMessages,
  compose: {
    role: 'advice',
    paragraphs: [
      [
        {
          each: 'dayPillarAdvice',
          most: 1,
          rank: 1,
          draw: { take: 'part', retrievers: ['domain'] },
        },
        {
          each: 'lackingElements',
          most: 1,
          rank: 1.2,
          draw: { take: 'part', retrievers: ['domain'] },
          leads: {
            next: {
              ko: ['사주에 보이지 않는 {name}의 기운은 생활에서 채울 수 있습니다.'],
              en: ['What the chart lacks, {name}, can be brought in by daily habits.'],
            },
          },
        },
        { draw: { take: 'advice', retrievers: ['persona'] }, most: 1, rank: 1.1 },
      ],
      [
        {
          draw: { take: 'advice', retrievers: ['corpus'], stretch: true, inOrder: true },
          most: 1,
          rank: 2,
        },
        {
          draw: {
            take: 'advice',
            retrievers: ['corpus'],
            stretch: true,
            prefixes: ['corpus:saju-', 'corpus:astrology-'],
          },
          most: 1,
          rank: 2.5,
        },
      ],
    ],
    nothing: {
      ko: [
        '{pillars}의 사주와 {lights}에 꼭 맞는 조언은 아직 찾지 못했습니다. 오늘 하루 가장 편안했던 순간을 적어 두면 나에게 맞는 속도를 아는 데 도움이 됩니다.',
        '{pillars}의 사주에 꼭 맞는 조언은 아직 찾지 못했습니다. 오늘 하루 가장 편안했던 순간을 적어 두면 나에게 맞는 속도를 아는 데 도움이 됩니다.',
        '{lights}에 꼭 맞는 조언은 아직 찾지 못했습니다. 오늘 하루 가장 편안했던 순간을 적어 두면 나에게 맞는 속도를 아는 데 도움이 됩니다.',
        '이 차트에 꼭 맞는 조언은 아직 찾지 못했습니다. 오늘 하루 가장 편안했던 순간을 적어 두면 나에게 맞는 속도를 아는 데 도움이 됩니다.',
      ],
      en: [
        'No advice that truly fits {pillars}, and {lights}, has been found yet. Noting the easiest moment of the day helps to learn your own pace.',
        'No advice that truly fits {pillars} has been found yet. Noting the easiest moment of the day helps to learn your own pace.',
        'No advice that truly fits {lights} has been found yet. Noting the easiest moment of the day helps to learn your own pace.',
        'No advice that truly fits this chart has been found yet. Noting the easiest moment of the day helps to learn your own pace.',
      ],
    },
  },
});
