import type { Phrases } from '@app/composer';
import { defineSection } from '../define-section.js';

const WHEN_FELT: Phrases = {
  ko: ['{one}{과/와} {other}의 {relation}{이/가} 느껴질 때는 이렇게 해 보시기 바랍니다.'],
  en: ['When the {relation} of {one} and {other} makes itself felt, try this.'],
};

export const advice = defineSection({
  id: 'advice',
  title: { ko: '두 사람을 위한 조언', en: 'Advice for the two' },
  retrievers: ['domain', 'corpus', 'persona'],
  maxTokens: 400,
  task: 'Two or three small, concrete things the two can do or ask each other now, each following from a relation named in the other sections, at least one for each person.',
  compose: {
    role: 'advice',
    paragraphs: [
      [
        {
          each: 'frictionAdvice',
          most: 2,
          rank: 1,
          draw: { take: 'part', retrievers: ['domain'] },
          leads: { first: WHEN_FELT, only: WHEN_FELT, next: { ko: [''], en: [''] } },
        },
        {
          each: 'dayMasterAdvice',
          most: 1,
          rank: 1.2,
          draw: { take: 'part', retrievers: ['domain'] },
        },
        { draw: { take: 'advice', retrievers: ['persona'], inOrder: true }, most: 1, rank: 1.5, needs: 'notWork' },
      ],
      [
        {
          draw: { take: 'advice', retrievers: ['corpus'], stretch: true, prefixes: ['corpus:compatibility-work'] },
          most: 1,
          rank: 2,
          unless: 'notWork',
        },
        {
          draw: { take: 'advice', retrievers: ['corpus'], stretch: true, prefixes: ['corpus:compatibility-friends'] },
          most: 1,
          rank: 2,
          unless: 'notFriends',
        },
        {
          draw: {
            take: 'advice',
            retrievers: ['corpus'],
            stretch: true,
            prefixes: ['corpus:compatibility-quarrel'],
          },
          most: 1,
          rank: 2.2,
          unless: 'couple',
        },
        {
          draw: { take: 'advice', retrievers: ['corpus'], stretch: true },
          most: 1,
          rank: 2,
          needs: 'couple',
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
          needs: 'couple',
        },
      ],
      [{ rank: 3, say: { ko: ['{leftOut}'], en: ['{leftOut}'] } }],
    ],
    nothing: {
      ko: [
        '두 사람에게 꼭 맞는 조언은 아직 찾지 못했습니다. 이번 주에 서로에게 고마웠던 일 하나씩을 말해 보시기 바랍니다.',
      ],
      en: ['No advice that truly fits the two has been found yet. Name one thing each was grateful for this week.'],
    },
  },
});
