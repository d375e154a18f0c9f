import { branchAt } from './branch.js';
import { elementCounts, elementShares, excessElements, lackingElements } from './element-balance.js';
import { fourPillars } from './four-pillars.js';
import { type Luck, type LuckPillar, luckAt } from './luck-pillars.js';
import { type FourPillars, PILLAR_NAMES, type Pillar, hanjaOf, pillarName } from './pillar.js';
import type { SajuChart } from './saju-chart.js';
import { stemAt } from './stem.js';
import { dayMasterStrength } from './strength.js';
import { TEN_GOD_NAMES, tenGodOf, tenGodOfBranch } from './ten-god.js';
import type { Locale } from '@app/text';

/** Year and month pillars do not depend on where one stands. */
const ANYWHERE = 0;

/** Year and month pillar of an instant: this year’s and this month’s luck (세운, 월운). */
export function pillarsOfNow(nowMs: number): { readonly year: Pillar; readonly month: Pillar } {
  const { year, month } = fourPillars(nowMs, ANYWHERE, 'jasi');
  return { year, month };
}

/** The decade that is running: computed, or as the client says. */
export const runningLuck = ({ luck, currentLuck }: SajuChart, nowMs: number): Pillar | undefined =>
  (luck && luckAt(luck, nowMs)?.pillar) ?? currentLuck;

/** The chart as facts of the `reading` event: pillars in Chinese, names in the reading’s language. */
export function sajuFacts(chart: SajuChart, nowMs: number, locale: Locale): Readonly<Record<string, unknown>> {
  const { pillars, luck, dayBoundary, trueSolarTime } = chart;
  const self = pillars.day.stem;
  const counts = elementCounts(pillars);
  const { strength, percent } = dayMasterStrength(pillars);
  const now = pillarsOfNow(nowMs);
  const described = (pillar: Pillar) => describe(pillar, self, locale);
  const running = runningLuck(chart, nowMs);
  return {
    pillars: each(pillars, hanjaOf),
    pillarNames: each(pillars, (pillar) => pillarName(pillar, locale)),
    dayMaster: stemAt(self).hanja,
    dayMasterName: stemAt(self).names[locale],
    elements: counts,
    elementShares: elementShares(pillars),
    lacking: lackingElements(counts),
    excess: excessElements(counts),
    strength,
    strengthPercent: percent,
    tenGods: tenGodsOf(pillars, locale),
    hiddenStems: each(pillars, hiddenIn),
    ...(dayBoundary && { dayBoundary }),
    ...(trueSolarTime && { trueSolarTime }),
    luck: luck ? luckFacts(luck, nowMs) : null,
    now: {
      luckPillar: running ? described(running) : null,
      yearPillar: described(now.year),
      monthPillar: described(now.month),
    },
  };
}

const each = <Value>(pillars: FourPillars, of: (pillar: Pillar) => Value): Record<string, Value | null> =>
  Object.fromEntries(
    PILLAR_NAMES.map((name) => {
      const pillar = pillars[name];
      return [name, pillar && of(pillar)];
    }),
  );

const hiddenIn = ({ branch }: Pillar): string =>
  branchAt(branch)
    .hidden.map(({ stem }) => stemAt(stem).hanja)
    .join('');

const godsOf = ({ stem, branch }: Pillar, self: number, locale: Locale) => ({
  stem: TEN_GOD_NAMES[tenGodOf(self, stem)][locale],
  branch: TEN_GOD_NAMES[tenGodOfBranch(self, branch)][locale],
});

/** The day’s own stem is what the others are measured by and has no ten god. */
function tenGodsOf(pillars: FourPillars, locale: Locale): Readonly<Record<string, unknown>> {
  const self = pillars.day.stem;
  const gods = each(pillars, (pillar) => godsOf(pillar, self, locale));
  return { ...gods, day: { branch: gods['day']?.branch } };
}

const describe = (pillar: Pillar, self: number, locale: Locale) => ({
  pillar: hanjaOf(pillar),
  name: pillarName(pillar, locale),
  tenGods: godsOf(pillar, self, locale),
});

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
