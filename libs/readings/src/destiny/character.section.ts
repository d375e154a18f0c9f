import { LIMITS } from '@app/composer';
import { defineSection } from '../define-section.js';
import { themedMessages } from './themed-messages.js';

export const character = defineSection({
  id: 'character',
  title: { ko: '타고난 결', en: 'Character' },
  retrievers: ['domain', 'graph'],
  maxTokens: 500,
  task: 'In two or three paragraphs, who this person is: the day pillar and day master with their strength and elements, then Sun, Moon and ascendant, and where the two traditions say the same.',
  prompt: themedMessages,
  compose: {
    role: 'meaning',
    paragraphs: [
      [
        ...LIMITS,
        {
          rank: 0,
          say: {
            ko: ['‘{asked}’{이라는/라는} 물음부터 답하면, {theme}에서는 {counsel}', '{theme}에서는 {counsel}'],
            en: ['To answer “{asked}” first: for {theme}, {counsel}', 'For {theme}, {counsel}'],
          },
        },
        {
          rank: 0,
          say: {
            ko: [
              '사주는 {pillars}{으로/로} 이루어져 있고, 나를 가리키는 일간은 {dayMaster}입니다.',
              '사주의 기둥은 {pillars}이며, 그 중심인 일간은 {dayMaster}입니다.',
              '사주는 {pillars}{으로/로} 이루어져 있습니다.',
            ],
            en: [
              'The pillars are {pillars}; the day master, the character that stands for you, is {dayMaster}.',
              'Your day master is {dayMaster}; the pillars are {pillars}.',
            ],
          },
        },
        {
          rank: 0,
          say: {
            ko: ['태어난 순간의 하늘에는 {lights}{이/가} 자리합니다.', '별자리로는 {lights}{이/가} 바탕을 이룹니다.'],
            en: ['The sky at birth holds {lights}.', 'The western chart is built on {lights}.'],
          },
        },
      ],
      [
        {
          each: 'dayMaster',
          most: 1,
          rank: 1,
          draw: { take: 'part', units: 3 },
        },
        {
          rank: 2,
          say: {
            ko: ['오행은 {elements}{으로/로} 나뉩니다.', '오행의 수는 {elements}입니다.'],
            en: ['The five elements stand like this: {elements}.', 'Counted by element, the chart has {elements}.'],
          },
        },
        {
          rank: 2.6,
          say: {
            ko: [
              '일간의 힘은 {strength}에 가까워, {strengthMeans}',
              '힘의 균형으로 보면 {strength}에 가까워, {strengthMeans}',
            ],
            en: ['In strength the day master counts as {strength}: {strengthMeans}'],
          },
        },
        {
          rank: 2.4,
          needs: 'remedy',
          say: {
            ko: [
              '이 사주를 돕는 오행은 {remedy}이니({remedyMethod} 기준), {remedyHabits}에서 그 기운을 얻기 쉽습니다.',
            ],
            en: ['The element that helps this chart is {remedy} (by {remedyMethod}); it comes with {remedyHabits}.'],
          },
        },
        {
          each: 'strongElements',
          most: 1,
          rank: 2.5,
          draw: { take: 'core' },
        },
      ],
      [
        {
          each: 'sun',
          most: 1,
          rank: 1.1,
          draw: { take: 'part', units: 2 },
          leads: {
            next: {
              ko: [
                '서양 별자리로는 {placement}{이/가} 먼저 보입니다.',
                '서양 별자리에서 먼저 볼 것은 {placement}입니다.',
              ],
              en: [
                'In the western chart, look first at {placement}.',
                'Of the western chart, {placement} comes first.',
              ],
            },
          },
        },
        {
          each: 'moon',
          most: 1,
          rank: 1.5,
          draw: { take: 'part', units: 2 },
          leads: {
            next: {
              ko: ['속마음을 보여 주는 것은 {placement}입니다.', '{placement}{은/는} 마음이 쉬는 방식을 보여 줍니다.'],
              en: ['The inner weather shows in {placement}.', 'How the heart rests is shown by {placement}.'],
            },
          },
        },
        {
          each: 'ascendant',
          most: 1,
          rank: 1.8,
          draw: { take: 'part', units: 2 },
          leads: {
            next: {
              ko: ['사람들이 먼저 만나는 모습은 {placement}입니다.'],
              en: ['What people meet first is {placement}.'],
            },
          },
        },
        {
          each: 'dayPillar',
          most: 1,
          rank: 2.8,
          draw: { take: 'core' },
        },
      ],
      [{ rank: 2, say: { ko: ['{leftOut}'], en: ['{leftOut}'] } }],
    ],
    nothing: {
      ko: [
        '이 명식과 별자리에 꼭 맞는 글을 아직 찾지 못했습니다. 위에 적은 글자와 자리는 계산된 값이니 그대로 믿으셔도 됩니다.',
      ],
      en: [
        'No text that truly fits these charts has been found yet. The characters and places given above are computed and can be relied on.',
      ],
    },
  },
});
