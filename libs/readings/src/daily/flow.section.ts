import { LIMITS } from '@app/composer';
import { defineSection } from '../define-section.js';

export const flow = defineSection({
  id: 'flow',
  title: { ko: '오늘의 기운', en: 'The day' },
  retrievers: ['domain', 'graph'],
  when: ({ facts }) => facts['days'] !== undefined,
  maxTokens: 400,
  task: 'In one or two paragraphs, the day pillar against the chart: its ten god to the day master, its relations with the pillars, its stage and whether it is void. Of several days, how they differ.',
  compose: {
    paragraphs: [
      [
        {
          rank: 0,
          say: {
            ko: ['‘{quote}’{이라는/라는} 물음을 이날의 기운에 비추어 봅니다.'],
            en: ['Your question, “{quote}”, is held up to the energy of the day.'],
          },
        },
        ...LIMITS,
        {
          rank: 0,
          say: {
            ko: ['{from}부터 {until}까지의 일진을 일간 {dayMaster}의 자리에서 봅니다.'],
            en: ['The day pillars from {from} to {until} are read from the day master {dayMaster}.'],
          },
        },
        {
          rank: 0,
          say: {
            ko: ['{day}을 일간 {dayMaster}의 자리에서 봅니다.', '일간이 {dayMaster}인 사주로 {day}을 살펴봅니다.'],
            en: [
              'This is {day}, read from the day master {dayMaster}.',
              'For the day master {dayMaster}, here is {day}.',
            ],
          },
        },
      ],
      [
        {
          each: 'days',
          most: 7,
          rank: 0.5,
          keepLead: true,
          draw: { take: 'part', retrievers: ['domain'], units: 2 },
          leads: {
            only: {
              ko: [
                '일진은 {name}{으로/로}, 일간에게는 {god}의 날이며 12운성으로는 {stage}에 놓입니다.',
                '이날의 기둥 {name}{은/는} 일간에게 {god}{이/가} 되고, 12운성은 {stage}입니다.',
              ],
              en: [
                'The day pillar is {name}, {god} to the day master, in the stage called {stage}.',
                'As {name}, the day is {god} to the day master and stands in the stage of {stage}.',
              ],
            },
            next: {
              ko: [
                '{date}{은/는} {name}의 날로, 일간에게 {god}입니다.',
                '{date}의 일진은 {name}, 일간에게는 {god}입니다.',
              ],
              en: [
                '{Date} is a day of {name}, {god} to the day master.',
                'On {date} the pillar is {name}, {god} to the day master.',
              ],
            },
          },
        },
      ],
      [
        {
          each: 'relations',
          most: 3,
          rank: 1,
          keepLead: true,
          draw: { take: 'part', retrievers: ['domain'] },
          leads: {
            next: {
              ko: [
                '{date} 일진의 {character}{이/가} 사주의 {place}{과/와} {relation}{을/를} 이룹니다.',
                '일진의 {character}{이/가} 사주의 {place}{과/와} {relation}{을/를} 이룹니다.',
                '{character}{은/는} 사주의 {place}{과/와} {relation}의 관계에 듭니다.',
              ],
              en: [
                'On {date}, {character} of the day stands in {relation} with the {place} of the chart.',
                '{Character} of the day stands in {relation} with the {place} of the chart.',
                'With the {place} of the chart, {character} of the day forms {relation}.',
              ],
            },
          },
        },
        {
          each: 'voids',
          most: 2,
          rank: 1.5,
          keepLead: true,
          draw: { take: 'part', retrievers: ['domain'] },
          leads: {
            next: {
              ko: ['{date}의 지지 {character}{은/는} 일주의 공망에 듭니다.'],
              en: ['{Character}, the branch of {date}, is void for the day pillar of birth.'],
            },
          },
        },
        { rank: 3, say: { ko: ['{leftOut}'], en: ['{leftOut}'] } },
      ],
    ],
    nothing: {
      ko: ['이날의 기운을 풀어 쓴 글은 아직 찾지 못했습니다. 위에 적은 일진과 관계는 계산된 값입니다.'],
      en: ['No text on the energy of this day has been found yet. The pillar and the relations above are computed.'],
    },
  },
});
