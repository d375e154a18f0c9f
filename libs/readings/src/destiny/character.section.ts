import { defineSection } from '../define-section.js';
import { charts, focus } from './destiny-steps.js';
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
        ...charts(
          {
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
          {
            ko: ['태어난 순간의 하늘에는 {lights}{이/가} 자리합니다.', '별자리로는 {lights}{이/가} 바탕을 이룹니다.'],
            en: ['The sky at birth holds {lights}.', 'The western chart is built on {lights}.'],
          },
        ),
        focus({ ko: ['이번에는 {theme}에 초점을 맞추어 읽습니다.'], en: ['The focus is {theme}.'] }),
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
            ko: ['일간의 힘은 {strength}에 가깝습니다.', '힘의 균형으로 보면 {strength}에 가까운 사주입니다.'],
            en: ['In strength the day master counts as {strength}.'],
          },
        },
        {
          rank: 2.4,
          needs: 'remedy',
          say: {
            ko: ['{remedyMethod}로 보면 이 사주를 돕는 오행은 {remedy}입니다.'],
            en: ['By {remedyMethod}, the element that helps this chart is {remedy}.'],
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
          each: 'planets',
          most: 1,
          rank: 2.7,
          draw: { take: 'part' },
          leads: {
            next: {
              ko: ['여기에 {placement}{을/를} 더해 봅니다.'],
              en: ['To this {placement} adds its own note.'],
            },
          },
        },
        {
          each: 'tenGods',
          most: 1,
          rank: 2.9,
          draw: { take: 'core' },
          leads: {
            next: {
              ko: ['사주의 글자 가운데서는 {name}도 눈여겨볼 만합니다.'],
              en: ['Among the characters of the chart, {name} deserves a look as well.'],
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
      [
        {
          rank: 3,
          say: {
            ko: ['태어난 때의 달은 {moonPhase}{이었/였}습니다.'],
            en: ['The Moon was then in the phase called {moonPhase}.'],
          },
        },
        { each: 'moonPhase', most: 1, rank: 3.1, draw: { take: 'core' } },
        { rank: 2, say: { ko: ['{leftOut}'], en: ['{leftOut}'] } },
      ],
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
