import { defineSection } from '../define-section.js';

export const advice = defineSection({
  id: 'advice',
  title: { ko: '두 사람을 위한 조언', en: 'Advice for the two' },
  retrievers: ['domain', 'corpus', 'persona'],
  maxTokens: 400,
  task: 'Two or three small, concrete things the two can do or ask each other now, each following from a relation named in the other sections, at least one for each person.',
  compose: {
    paragraphs: [
      [
        {
          rank: 0,
          promises: true,
          say: {
            ko: [
              '일간 {firstMaster}{과/와} {secondMaster}, 이 두 사람에게 권해 드릴 만한 일입니다.',
              '{firstName}의 {firstMaster}, {secondName}의 {secondMaster}에 맞추어 해 볼 만한 일을 골랐습니다.',
            ],
            en: [
              'For the day masters {firstMaster} and {secondMaster}, a few things suggest themselves.',
              'Here is what may suit {firstMaster} of {firstName} and {secondMaster} of {secondName}.',
            ],
          },
        },
        {
          rank: 0,
          promises: true,
          unless: 'firstMaster',
          say: {
            ko: ['{firstName}의 {firstLights}, {secondName}의 {secondLights}에 맞추어 해 볼 만한 일입니다.'],
            en: ['A few things suit {firstLights} of {firstName} and {secondLights} of {secondName}.'],
          },
        },
      ],
      [
        {
          each: 'frictionAdvice',
          most: 2,
          rank: 1,
          draw: { take: 'part', retrievers: ['domain'] },
          leads: {
            next: {
              ko: ['{one}{과/와} {other}의 {relation}에는 이런 방법이 있습니다.'],
              en: ['For the {relation} of {one} and {other}, try this.'],
            },
          },
        },
        {
          each: 'dayMasterAdvice',
          most: 1,
          rank: 1.2,
          draw: { take: 'part', retrievers: ['domain'] },
          leads: {
            next: {
              ko: ['두 일간의 사이에는 이런 말이 어울립니다.'],
              en: ['For the two day masters, this is worth hearing.'],
            },
          },
        },
        { draw: { take: 'advice', retrievers: ['persona'], inOrder: true }, most: 1, rank: 1.5 },
      ],
      [
        {
          draw: { take: 'advice', retrievers: ['corpus'], stretch: true },
          most: 1,
          rank: 2,
          leads: {
            next: {
              ko: ['‘{title}’{이라는/라는} 글을 함께 읽어 보시기 바랍니다.'],
              en: ['Something to read together is “{title}”.'],
            },
          },
        },
        {
          draw: {
            take: 'advice',
            retrievers: ['corpus'],
            stretch: true,
            prefixes: ['corpus:compatibility-', 'corpus:relationships-'],
          },
          most: 1,
          rank: 2.5,
          leads: {
            next: {
              ko: ['‘{title}’{이라는/라는} 글도 두 사람에게 도움이 됩니다.'],
              en: ['Of help to both is “{title}”.'],
            },
          },
        },
      ],
      [
        {
          rank: 4,
          say: {
            ko: ['글자는 두 사람이 만나는 장면을 보여 줄 뿐, 그 장면을 어떻게 지날지는 두 사람이 정합니다.'],
            en: ['The charts show where two people meet; how they pass through it is theirs to decide.'],
          },
        },
      ],
    ],
    nothing: {
      ko: [
        '두 사람에게 꼭 맞는 조언은 아직 찾지 못했습니다. 이번 주에 서로에게 고마웠던 일 하나씩을 말해 보시기 바랍니다.',
      ],
      en: ['No advice that truly fits the two has been found yet. Name one thing each was grateful for this week.'],
    },
  },
});
