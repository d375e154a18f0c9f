import {
  type AspectName,
  type AstroChart,
  type Body,
  BODY_NAMES,
  ELEMENT_NAMES,
  elementCounts,
  excessElements,
  type FourPillars,
  lackingElements,
  PILLAR_NAMES,
  pillarName,
  pillarSlug,
  pillarsOfNow,
  runningLuck,
  type SajuChart,
  SIGN_NAMES,
  stemAt,
  TEN_GOD_NAMES,
  type TenGod,
  tenGodOf,
  tenGodOfBranch,
  transits,
  tropicalPositionsOf,
} from '@app/divination';
import type { DestinyCharts } from './destiny-charts.js';
import type { ThemeRule } from './theme.js';
import type { Locale } from '@app/text';

/** A record of the built-in knowledge files that the reading is about, with its name in the text. */
export interface Subject {
  readonly id: string;
  readonly title: string;
}

/** Maximum number of records that are always retrieved; three sections cannot cover more. */
const MAX_SUBJECTS = 12;

interface View {
  readonly nowMs: number;
  readonly locale: Locale;
  readonly theme: ThemeRule;
}

/** Subjects of the charts, most important first: character, current periods, the theme's subjects, lacking elements. */
export function destinySubjects({ saju, astrology }: DestinyCharts, view: View): readonly Subject[] {
  const who = saju ? selfOf(saju, view) : [];
  const sky = astrology ? skyOf(astrology, view) : [];
  const now = [...(saju ? nowOf(saju, view) : []), ...(astrology ? transitOf(astrology, view) : [])];
  const scarce = saju ? balanceOf(saju, view) : [];
  const themed = [...(astrology ? inSign(astrology, view.theme.body, view) : []), ...(saju ? godOf(saju, view) : [])];
  const all = new Map([...who, ...sky, ...now, ...themed, ...scarce].map((subject) => [subject.id, subject]));
  return [...all.values()].slice(0, MAX_SUBJECTS);
}

const selfOf = ({ pillars: { day } }: SajuChart, { locale }: View): readonly Subject[] => [
  { id: `saju:pillar-${pillarSlug(day)}`, title: pillarName(day, locale) },
  { id: `saju:stem-${stemAt(day.stem).slug}`, title: stemAt(day.stem).names[locale] },
];

function skyOf(chart: AstroChart, view: View): readonly Subject[] {
  const { ascendant } = chart;
  const rising = ascendant && { id: `astro:sign-${ascendant.sign}`, title: SIGN_NAMES[ascendant.sign][view.locale] };
  return [...inSign(chart, 'sun', view), ...inSign(chart, 'moon', view), ...(rising ? [rising] : [])];
}

function inSign({ bodies }: AstroChart, body: Body, { locale }: View): readonly Subject[] {
  const sign = bodies[body]?.sign;
  if (!sign) return [];
  const [place, who] = [SIGN_NAMES[sign][locale], BODY_NAMES[body][locale]];
  return [{ id: `astro:${body}-in-${sign}`, title: locale === 'ko' ? `${place} ${who}` : `${who} in ${place}` }];
}

function nowOf(chart: SajuChart, { nowMs, locale }: View): readonly Subject[] {
  const luck = runningLuck(chart, nowMs);
  const { year } = pillarsOfNow(nowMs);
  return [
    ...(luck ? [tenGod(tenGodOf(chart.pillars.day.stem, luck.stem), locale)] : []),
    // The ten god represents the year, because the pillar's record describes people born under it.
    tenGod(tenGodOf(chart.pillars.day.stem, year.stem), locale),
  ];
}

/** The closest transit of a slow planet. */
function transitOf(chart: AstroChart, { nowMs, locale }: View): readonly Subject[] {
  const [closest] = transits(tropicalPositionsOf(chart), nowMs);
  return closest ? [{ id: `astro:aspect-${closest.aspect}`, title: ASPECT_TITLES[closest.aspect][locale] }] : [];
}

const ASPECT_TITLES: Readonly<Record<AspectName, { readonly ko: string; readonly en: string }>> = {
  conjunction: { ko: '합', en: 'Conjunction' },
  sextile: { ko: '육각', en: 'Sextile' },
  square: { ko: '사각', en: 'Square' },
  trine: { ko: '삼각', en: 'Trine' },
  opposition: { ko: '대립각', en: 'Opposition' },
};

function balanceOf({ pillars }: SajuChart, { locale }: View): readonly Subject[] {
  const counts = elementCounts(pillars);
  return [...lackingElements(counts).slice(0, 1), ...excessElements(counts).slice(0, 1)].map((element) => ({
    id: `saju:element-${element}`,
    title: ELEMENT_NAMES[element][locale],
  }));
}

/** The theme's ten god if the chart has it, otherwise the chart's most frequent one. */
function godOf({ pillars }: SajuChart, { theme, locale }: View): readonly Subject[] {
  const present = tenGodsIn(pillars);
  const often = [...present].sort((a, b) => count(present, b) - count(present, a))[0];
  const chosen = theme.tenGods.find((god) => present.includes(god)) ?? often;
  return chosen ? [tenGod(chosen, locale)] : [];
}

const count = (gods: readonly TenGod[], god: TenGod): number => gods.filter((each) => each === god).length;

const tenGod = (god: TenGod, locale: Locale): Subject => ({
  id: `saju:tengod-${god}`,
  title: TEN_GOD_NAMES[god][locale],
});

/** Ten gods of all visible characters except the day master, with repetitions. */
export const tenGodsIn = (pillars: FourPillars): readonly TenGod[] =>
  PILLAR_NAMES.flatMap((name) => {
    const pillar = pillars[name];
    if (!pillar) return [];
    const branch = tenGodOfBranch(pillars.day.stem, pillar.branch);
    return name === 'day' ? [branch] : [tenGodOf(pillars.day.stem, pillar.stem), branch];
  });
