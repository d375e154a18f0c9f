import { LIMITS } from './limits.js';
import type { Phrases, SayStep, SectionPlan, Step } from './section-plan.js';

/** The charts in one line each: every section says whose charts it reads. */
const charts = (pillars: Phrases, lights: Phrases): readonly Step[] => [
  { rank: 0, say: pillars },
  { rank: 0, say: lights },
];

/** The same where they lead up to advice; `alone` for who has no pillars. */
const promised = (pillars: Phrases, lights: Phrases, alone: Phrases): readonly Step[] => [
  { rank: 0, promises: true, say: pillars },
  { rank: 0, promises: true, needs: 'pillars', say: lights },
  { rank: 0, promises: true, unless: 'pillars', say: alone },
];

const focus = (say: Phrases): SayStep => ({ rank: 1, say });

const TRANSIT: Phrases = {
  ko: ['지금 하늘의 {mover}{이/가} 출생 차트의 {place}{과/와} {aspect}{을/를} 이룹니다.'],
  en: ['In the sky {mover} now makes {aspect} to {place} in the birth chart.'],
};

const character: SectionPlan = {
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
        leads: {
          next: {
            ko: ['일간부터 살펴보겠습니다.', '먼저 일간을 봅니다.'],
            en: ['Let us begin with the day master.', 'First, the day master.'],
          },
        },
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
        each: 'strongElements',
        most: 1,
        rank: 2.5,
        draw: { take: 'core' },
        leads: { next: { ko: ['가장 두드러지는 기운은 {name}입니다.'], en: ['What stands out most is {name}.'] } },
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
            en: ['In the western chart, look first at {placement}.', 'Of the western chart, {placement} comes first.'],
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
        leads: { next: { ko: ['끝으로 일주 {name}{을/를} 봅니다.'], en: ['Last comes the day pillar, {name}.'] } },
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
};

const now: SectionPlan = {
  paragraphs: [
    [
      {
        rank: 0,
        say: {
          ko: ['‘{quote}’{이라는/라는} 물음을 지금의 흐름에 비추어 봅니다.'],
          en: ['Your question, “{quote}”, is held up to the present season here.'],
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
        draw: { take: 'answer', retrievers: ['graph'], prefixes: ['theme:', 'emotion:'], units: 2 },
        most: 1,
        rank: 2,
        leads: {
          next: {
            ko: ['이 시기에 함께 떠올려 볼 말은 ‘{title}’입니다.'],
            en: ['A theme to keep in view in this season is {topic}.'],
          },
        },
      },
      // Without pillars nothing is known to be running: what the chart asks for at any time.
      {
        draw: {
          take: 'answer',
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
};

const advice: SectionPlan = {
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
};

export const destinyPlans: Readonly<Record<string, SectionPlan>> = { character, now, advice };
