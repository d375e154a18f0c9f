import { defineSection } from '../define-section.js';

export const sky = defineSection({
  id: 'sky',
  title: { ko: '하늘의 움직임', en: 'The sky' },
  retrievers: ['domain', 'graph'],
  when: ({ facts }) => facts['sky'] !== undefined,
  maxTokens: 350,
  task: 'In one paragraph, the transits over the birth chart: those that become exact, with their time, then those that last, and the sign of the Moon.',
  compose: {
    role: 'detail',
    paragraphs: [
      [
        {
          rank: 0,
          say: {
            ko: ['{day} 정오의 달은 {moonSign}에 있습니다.', '{from} 정오의 달은 {moonSign}에 있습니다.'],
            en: ['At noon of {day} the Moon is in {moonSign}.', 'At noon of {from} the Moon is in {moonSign}.'],
          },
        },
        {
          rank: 3,
          say: {
            ko: ['적은 시각은 모두 {timezone} 기준입니다.'],
            en: ['Times are in {timezone}.'],
          },
        },
      ],
      [
        {
          each: 'exact',
          most: 2,
          rank: 1,
          draw: { take: 'core', retrievers: ['domain', 'graph'] },
          leads: {
            next: {
              ko: [
                '{at}에 {mover}{이/가} 출생 차트의 {point}{과/와} {aspect}{을/를} 정확히 이룹니다.',
                '{at}에는 {mover}{과/와} 출생 차트의 {point} 사이에 {aspect}{이/가} 맞아떨어집니다.',
              ],
              en: [
                'At {at}, {mover} makes {aspect} to {point} in the birth chart exactly.',
                '{Mover} completes {aspect} to {point} of the birth chart at {at}.',
              ],
            },
          },
        },
      ],
      [
        {
          each: 'lasting',
          most: 1,
          rank: 2,
          draw: { take: 'core', retrievers: ['domain', 'graph'] },
          leads: {
            next: {
              ko: [
                '여러 날에 걸쳐 {mover}{이/가} 출생 차트의 {point}{과/와} {aspect}{을/를} 맺고 있습니다.',
                '느린 흐름으로는 {mover}{과/와} 출생 차트의 {point}{이/가} {aspect}{을/를} 이루고 있습니다.',
              ],
              en: [
                'More slowly, {mover} keeps {aspect} to {point} of the birth chart.',
                'In the background {mover} stays in {aspect} with {point} of the birth chart.',
              ],
            },
          },
        },
      ],
    ],
    nothing: {
      ko: ['이날 하늘의 각을 풀어 쓴 글은 아직 찾지 못했습니다. 위에 적은 시각과 각은 계산된 값입니다.'],
      en: ['No text on these aspects has been found yet. The times and angles above are computed.'],
    },
  },
});
