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
    role: 'meaning',
    paragraphs: [
      [
        ...LIMITS,
        {
          rank: 0,
          needs: 'easiestDay',
          say: {
            ko: [
              '‘{asked}’{이라는/라는} 물음에는 {easiestDay}{을/를} 권합니다. {from}부터 {until}까지, 일간 {dayMaster}{과/와} 부딪침이 가장 적은 날입니다.',
              '{from}부터 {until}까지, 일간 {dayMaster}{과/와} 부딪침이 가장 적은 날은 {easiestDay}입니다.',
            ],
            en: [
              'For “{asked}”, choose {easiestDay}: from {from} to {until} it has least friction with the day master {dayMaster}.',
              'From {from} to {until}, the day with least friction for the day master {dayMaster} is {easiestDay}.',
            ],
          },
        },
        {
          rank: 0,
          needs: 'verdict',
          say: {
            ko: ['‘{asked}’{이라는/라는} 물음에 먼저 말씀드리면, {verdict}', '{verdict}'],
            en: ['To “{asked}”, this first: {verdict}', '{Verdict}'],
          },
        },
        {
          rank: 0,
          say: {
            ko: [
              '태어난 시각을 몰라 일주가 {uncertainPillars} 가운데 하나이므로, 일간과 일주에 기댄 풀이는 잠정적입니다.',
            ],
            en: [
              'Without the time of birth, the day pillar is one of {uncertainPillars}: what rests on it and on the day master is provisional.',
            ],
          },
        },
        {
          rank: 0,
          needs: 'oneDayOfWeek',
          say: {
            ko: ['이 풀이는 {day} 하루만 봅니다. 한 주를 견주려면 기간의 마지막 날도 함께 알려 주시기 바랍니다.'],
            en: ['This reads {day} alone; to compare the days of a week, give its last day too.'],
          },
        },
        {
          rank: 0,
          needs: 'god',
          say: {
            ko: ['{day}{은/는} 일간 {dayMaster}에게 {god}의 날입니다.'],
            en: ['{Day} is a day of {god} to the day master {dayMaster}.'],
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
                '일진은 {name}이며, 12운성으로는 {stage}에 놓입니다.',
                '이날의 기둥은 {name}, 12운성은 {stage}입니다.',
              ],
              en: [
                'The day pillar is {name}, in the stage called {stage}.',
                'Its pillar is {name}, and it stands in the stage of {stage}.',
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
      ],
      [{ rank: 3, say: { ko: ['{leftOut}'], en: ['{leftOut}'] } }],
    ],
    nothing: {
      ko: ['이날의 기운을 풀어 쓴 글은 아직 찾지 못했습니다. 위에 적은 일진과 관계는 계산된 값입니다.'],
      en: ['No text on the energy of this day has been found yet. The pillar and the relations above are computed.'],
    },
  },
});
