import type { Phrases, Step } from '@app/composer';
import { defineSection } from '../define-section.js';
import { focus } from './destiny-steps.js';
import { themedMessages } from './themed-messages.js';

/** The charts in one line each, where they lead up to advice; `alone` for who has no pillars. */
const promised = (pillars: Phrases, lights: Phrases, alone: Phrases): readonly Step[] => [
  { rank: 0, promises: true, say: pillars },
  { rank: 0, promises: true, needs: 'pillars', say: lights },
  { rank: 0, promises: true, unless: 'pillars', say: alone },
];

export const advice = defineSection({
  id: 'advice',
  title: { ko: '조언', en: 'Advice' },
  retrievers: ['domain', 'corpus', 'persona'],
  maxTokens: 400,
  task: 'Two or three small, concrete things the person can do or ask themselves now, each following from something in the charts.',
  prompt: themedMessages,
  compose: {
    paragraphs: [
      [
        ...promised(
          {
            ko: [
              '{pillars}의 사주, 일간 {dayMaster}에 어울리는 일을 골라 보았습니다.',
              '일간이 {dayMaster}인 사주, {pillars}에 맞추어 권해 드릴 만한 일입니다.',
              '{pillars}에 어울리는 일을 골라 보았습니다.',
            ],
            en: [
              'For the day master {dayMaster}, with {pillars}, a few things suggest themselves.',
              'Here is what may suit the day master {dayMaster}, with {pillars}.',
              'Here is what may suit a chart with {pillars}.',
            ],
          },
          {
            ko: ['{lights}도 함께 헤아렸습니다.'],
            en: ['The birth chart is kept in mind as well: {lights}.'],
          },
          {
            ko: ['{lights}, 이 차트에 어울리는 일을 골라 보았습니다.'],
            en: ['A few things suggest themselves for a chart with {lights}.'],
          },
        ),
        focus({
          ko: ['{theme}{을/를} 마음에 두고 골랐습니다.'],
          en: ['It is all chosen with {theme} in mind.'],
        }),
      ],
      [
        {
          each: 'dayPillarAdvice',
          most: 1,
          rank: 1,
          draw: { take: 'part', retrievers: ['domain'] },
          leads: {
            next: {
              ko: ['일주 {name}에는 이런 말이 어울립니다.'],
              en: ['For the day pillar, {name}, this is worth hearing.'],
            },
          },
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
        { draw: { take: 'advice', retrievers: ['persona'], inOrder: true }, most: 2, rank: 1.1 },
      ],
      [
        {
          draw: { take: 'advice', retrievers: ['corpus'], stretch: true, relevant: true },
          most: 1,
          rank: 2,
          leads: {
            next: {
              ko: ['‘{title}’{이라는/라는} 글이 도움이 됩니다.'],
              en: ['“{title}” is of help here.'],
            },
          },
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
          leads: {
            next: {
              ko: ['‘{title}’{이라는/라는} 글도 곁에 두고 읽을 만합니다.'],
              en: ['Something to read beside it is “{title}”.'],
            },
          },
        },
      ],
      [
        {
          rank: 4,
          say: {
            ko: [
              '타고난 글자는 날씨와 같아서, 어떤 옷을 입고 나설지는 스스로 고를 수 있습니다.',
              '차트는 재료를 보여 줄 뿐, 무엇을 만들지는 자신의 손에 달려 있습니다.',
            ],
            en: [
              'A chart is like weather; what to wear in it is yours to choose.',
              'A chart shows the ingredients; what is made of them stays in your hands.',
            ],
          },
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
