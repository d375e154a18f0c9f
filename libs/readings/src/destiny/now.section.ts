import { LIMITS, type Phrases } from '@app/composer';
import { defineSection } from '../define-section.js';
import { charts, focus } from './destiny-steps.js';
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
          rank: 0,
          say: {
            ko: ['‘{asked}’{이라는/라는} 물음을 지금의 흐름에 비추어 봅니다.'],
            en: ['Your question, “{asked}”, is held up to the present season here.'],
          },
        },
        ...LIMITS,
        ...charts(
          {
            ko: [
              '일간 {dayMaster}{을/를} 중심으로 한 {pillars}의 사주가 지나는 때를 살펴봅니다.',
              '{pillars}, 이 사주의 일간 {dayMaster}{이/가} 지금 어떤 때를 지나는지 보겠습니다.',
              '{pillars}의 사주가 지나는 때를 살펴봅니다.',
            ],
            en: [
              'The day master {dayMaster}, with {pillars}, is passing through a season of its own.',
              'Let us see what season the day master {dayMaster} is in, with {pillars}.',
              'Let us see what season these pillars are in: {pillars}.',
            ],
          },
          {
            ko: ['출생 차트의 바탕은 {lights}입니다.'],
            en: ['The birth chart has {lights}.'],
          },
        ),
        focus({ ko: ['그 가운데서도 {theme}{을/를} 눈여겨봅니다.'], en: ['Above all, the eye is on {theme}.'] }),
      ],
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
          most: 2,
          rank: 1.6,
          draw: { take: 'core' },
          keepLead: true,
          leads: {
            first: TRANSIT,
            only: TRANSIT,
            next: {
              ko: ['{mover}{은/는} 출생 차트의 {place}{과/와} {aspect}{을/를} 맺고 있습니다.'],
              en: ['{Mover} makes {aspect} to {place} as it stood at birth.'],
            },
          },
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
