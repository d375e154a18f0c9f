import {
  ELEMENT_NAMES,
  elementCounts,
  lackingElements,
  pillarsOfNow,
  runningLuck,
  SIGN_NAMES,
  spokenPillar,
  stemAt,
} from '@app/divination';
import type { DestinyCharts } from './destiny-charts.js';
import type { ThemeRule } from './theme.js';
import type { Locale } from '@app/text';

interface View {
  readonly nowMs: number;
  readonly locale: Locale;
  readonly theme: ThemeRule;
}

type Question = { readonly ko: string; readonly en: string };

const HOW_MANY = 3;

/** Three questions specific to this chart. */
export function destinyFollowups(charts: DestinyCharts, view: View): readonly string[] {
  return [
    ...aboutSelf(charts, view),
    ...aboutNow(charts, view),
    ...aboutSky(charts),
    ...aboutBalance(charts),
    ...ALWAYS,
  ]
    .slice(0, HOW_MANY)
    .map((question) => question[view.locale]);
}

function aboutSelf({ saju }: DestinyCharts, { theme }: View): readonly Question[] {
  if (!saju) return [];
  const { day } = saju.pillars;
  return [
    {
      ko: `${spokenPillar(day, 'ko')} 일주의 강점은 ${theme.names.ko}에 어떤 도움이 되나요?`,
      en: `How can the strengths of my day pillar, ${spokenPillar(day, 'en')}, help with ${theme.names.en}?`,
    },
  ];
}

function aboutNow({ saju }: DestinyCharts, { nowMs }: View): readonly Question[] {
  if (!saju) return [];
  const luck = runningLuck(saju, nowMs);
  const { year } = pillarsOfNow(nowMs);
  const self = stemAt(saju.pillars.day.stem).names;
  if (!luck)
    return [
      {
        ko: `올해 ${spokenPillar(year, 'ko')}의 기운은 ${self.ko} 일간인 저와 어떻게 만나나요?`,
        en: `How does this year, ${spokenPillar(year, 'en')}, meet my day master, ${self.en}?`,
      },
    ];
  return [
    {
      ko: `지금 지나는 ${spokenPillar(luck, 'ko')} 대운에서는 무엇을 준비하면 좋을까요?`,
      en: `What is worth preparing for in my current ten-year pillar, ${spokenPillar(luck, 'en')}?`,
    },
  ];
}

function aboutSky({ astrology }: DestinyCharts): readonly Question[] {
  const moon = astrology?.bodies.moon?.sign;
  const sun = astrology?.bodies.sun?.sign;
  return [
    ...(moon
      ? [
          {
            ko: `${SIGN_NAMES[moon].ko}에 달이 있는 저는 어떻게 쉬어야 마음이 편안해질까요?`,
            en: `With my Moon in ${SIGN_NAMES[moon].en}, what helps me feel at rest?`,
          },
        ]
      : []),
    ...(sun
      ? [
          {
            ko: `${SIGN_NAMES[sun].ko} 태양의 장점은 어떤 일에서 가장 잘 드러나나요?`,
            en: `Where does my Sun in ${SIGN_NAMES[sun].en} come out best?`,
          },
        ]
      : []),
  ];
}

function aboutBalance({ saju }: DestinyCharts): readonly Question[] {
  const [lacking] = saju ? lackingElements(elementCounts(saju.pillars)) : [];
  if (!lacking) return [];
  return [
    {
      ko: `부족한 ${ELEMENT_NAMES[lacking].ko} 기운은 일상에서 어떻게 채울 수 있나요?`,
      en: `How can I make room for the ${ELEMENT_NAMES[lacking].en.toLowerCase()} my chart lacks?`,
    },
  ];
}

const ALWAYS: readonly Question[] = [
  {
    ko: '앞으로 한 달 동안 마음에 두면 좋을 것은 무엇인가요?',
    en: 'What is worth keeping in mind over the coming month?',
  },
  {
    ko: '가까운 사람들과의 관계에서는 무엇을 살펴보면 좋을까요?',
    en: 'What should I look at in my closest relationships?',
  },
  { ko: '이 차트에서 아직 쓰지 않은 힘은 무엇인가요?', en: 'Which strength of this chart have I not used yet?' },
];
