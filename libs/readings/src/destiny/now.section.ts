import type { Phrases } from '@app/composer';
import { defineSection } from '../define-section.js';
import { themedMessages } from './themed-messages.js';

const TRANSIT: Phrases = {
  ko: ['지금 하늘의 {mover}{이/가} 출생 차트의 {place}{과/와} {aspect}{을/를} 이룹니다.'],
  en: ['In the sky {mover} now makes {aspect} to {place} in the birth chart.'],
};

export const now = defineSection({
  id: 'now',
  title: { ko: '지금의 흐름', en: 'Now' },
  retrievers: ['domain', 'graph'],
  maxTokens: 400,
  task: 'In one or two paragraphs, the time the person is in: the current ten-year luck pillar, this year’s and this month’s pillar as ten gods to the day master, and the closest transits.',
  prompt: themedMessages,
  compose: {
    role: 'detail',
    paragraphs: [
      [
        {
          each: 'luckPillar',
          most: 1,
          rank: 1,
          keepLead: true,
          draw: { take: 'part', units: 2 },
          leads: {
            next: {
              ko: [
                '지금 지나는 대운은 {name}{으로/로}, 일간에게는 {god}의 시기입니다.',
                '대운은 {name}에 들어 있고, 일간에게는 {god}의 기운이 됩니다.',
                '지금 지나는 대운은 {name}입니다.',
              ],
              en: [
                'The ten-year pillar that is running is {name}, which is {god} to the day master.',
                'The ten-year pillar that is running is {name}.',
              ],
            },
          },
        },
        {
          each: 'yearPillar',
          most: 1,
          rank: 1.3,
          keepLead: true,
          draw: { take: 'part', units: 2 },
          leads: {
            next: {
              ko: ['올해는 {name}의 해로, 일간에게는 {god}에 해당합니다.', '올해는 {name}의 해입니다.'],
              en: ['The year is {name}, which stands as {god} to the day master.', 'The year is {name}.'],
            },
          },
        },
        {
          each: 'transits',
          most: 1,
          rank: 1.6,
          draw: { take: 'core' },
          leads: { next: TRANSIT },
        },
      ],
      [
        {
          draw: { take: 'core', retrievers: ['graph'], prefixes: ['theme:', 'emotion:'], units: 2 },
          most: 1,
          rank: 2,
        },
        // Without pillars the current periods are unknown; this step quotes what applies to the chart at any time.
        {
          draw: {
            take: 'core',
            prefixes: ['astro:body-', 'astro:angle-', 'astro:aspect-', 'saju:concept-', 'saju:element-'],
          },
          most: 1,
          rank: 2.2,
          unless: 'yearPillar',
        },
      ],
    ],
    nothing: {
      ko: [
        '지금의 흐름에 대해 전해 드릴 만한 글을 아직 찾지 못했습니다. 요즘 자주 되풀이되는 일 하나를 적어 보시면 계절을 짐작하는 데 도움이 됩니다.',
      ],
      en: [
        'No text on the present season has been found yet. Noting one thing that keeps recurring these days helps to tell what season it is.',
      ],
    },
  },
});
