import { DEFAULT_CONVENTIONS, type HiddenStemTable } from '../birth/conventions.js';
import { hiddenStemsOf } from './branch.js';
import { elementCounts, elementShares, excessElements, lackingElements } from './element-balance.js';
import { yearAndMonthPillars } from './four-pillars.js';
import { type Luck, type LuckPillar, luckAt } from './luck-pillars.js';
import { pillarFacts } from './period-facts.js';
import { type FourPillars, PILLAR_NAMES, type Pillar, hanjaOf, pillarName } from './pillar.js';
import type { PillarPlace } from './relations.js';
import { analysisFacts, passingFacts } from './saju-analysis.js';
import type { SajuChart } from './saju-chart.js';
import { stemAt } from './stem.js';
import { dayMasterStrength } from './strength.js';
import type { Locale } from '@app/text';

/** Year and month pillars of an instant, used as 세운 and 월운. */
export const pillarsOfNow = yearAndMonthPillars;

/** The current ten-year pillar: computed, or else as given by the client. */
export const runningLuck = ({ luck, currentLuck }: SajuChart, nowMs: number): Pillar | undefined =>
  (luck && luckAt(luck, nowMs)?.pillar) ?? currentLuck;

/** The chart as facts of the `reading` event: pillars in Chinese, names in the reading’s language. */
export function sajuFacts(chart: SajuChart, nowMs: number, locale: Locale): Readonly<Record<string, unknown>> {
  const { pillars, luck, candidates, conventions } = chart;
  const self = pillars.day.stem;
  const counts = elementCounts(pillars);
  const { hiddenStems, strengthMethod } = conventions ?? DEFAULT_CONVENTIONS;
  const { strength, percent, support } = dayMasterStrength(pillars, strengthMethod);
  return {
    pillars: each(pillars, hanjaOf),
    pillarNames: each(pillars, (pillar) => pillarName(pillar, locale)),
    ...(candidates && { candidates: candidateFacts(candidates) }),
    dayMaster: stemAt(self).hanja,
    dayMasterName: stemAt(self).names[locale],
    elements: counts,
    elementShares: elementShares(pillars),
    lacking: lackingElements(counts),
    excess: excessElements(counts),
    strength,
    strengthMethod,
    ...(percent !== undefined && { strengthPercent: percent }),
    ...(support && { strengthSupport: support }),
    tenGods: tenGodsOf(pillars, locale),
    hiddenStems: each(pillars, (pillar) => hiddenIn(pillar, hiddenStems)),
    ...analysisFacts(pillars, strengthMethod, locale),
    ...clockFacts(chart),
    luck: luck ? luckFacts(luck, nowMs) : null,
    now: nowFacts(chart, nowMs, locale),
  };
}

const CLOCK_NAMES = { true: 'trueSolarTime', mean: 'meanSolarTime', clock: 'clockTime' } as const;

const clockFacts = ({ conventions, solarTime }: SajuChart) => ({
  ...(conventions && { dayBoundary: conventions.dayBoundary }),
  ...(conventions && solarTime && { [CLOCK_NAMES[conventions.solarTime]]: solarTime }),
});

const candidateFacts = (candidates: NonNullable<SajuChart['candidates']>) =>
  Object.fromEntries(Object.entries(candidates).map(([name, pillars]) => [name, pillars.map(hanjaOf)]));

function nowFacts(chart: SajuChart, nowMs: number, locale: Locale) {
  const { year, month } = pillarsOfNow(nowMs);
  const luck = runningLuck(chart, nowMs);
  const passing = (place: PillarPlace, pillar: Pillar) => ({
    ...pillarFacts(pillar, chart.pillars.day.stem, locale),
    ...passingFacts(chart.pillars, { place, pillar }, locale),
  });
  return {
    luckPillar: luck ? passing('luck', luck) : null,
    yearPillar: passing('yearLuck', year),
    monthPillar: passing('monthLuck', month),
  };
}

const each = <Value>(pillars: FourPillars, of: (pillar: Pillar) => Value): Record<string, Value | null> =>
  Object.fromEntries(
    PILLAR_NAMES.map((name) => {
      const pillar = pillars[name];
      return [name, pillar && of(pillar)];
    }),
  );

const hiddenIn = ({ branch }: Pillar, table: HiddenStemTable): string =>
  hiddenStemsOf(branch, table)
    .map((stem) => stemAt(stem).hanja)
    .join('');

/** Ten gods of the pillars. The day stem has none, because all others are relative to it. */
function tenGodsOf(pillars: FourPillars, locale: Locale): Readonly<Record<string, unknown>> {
  const self = pillars.day.stem;
  const gods = each(pillars, (pillar) => pillarFacts(pillar, self, locale).tenGods);
  return { ...gods, day: { branch: gods['day']?.branch, branchId: gods['day']?.branchId } };
}

const month = (atMs: number): string => new Date(atMs).toISOString().slice(0, 7);

function luckFacts(luck: Luck, nowMs: number) {
  const current = luckAt(luck, nowMs);
  return {
    direction: luck.direction,
    startAge: luck.pillars[0]?.age,
    pillars: luck.pillars.map(({ age, pillar }) => ({ age, pillar: hanjaOf(pillar) })),
    current: current ? spell(current) : null,
  };
}

const spell = ({ pillar, age, fromMs, untilMs }: LuckPillar) => ({
  pillar: hanjaOf(pillar),
  age,
  from: month(fromMs),
  until: month(untilMs),
});
