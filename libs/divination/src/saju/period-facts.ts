import type { Locale } from '@app/text';
import { type PeriodKind, periodsBetween } from './periods.js';
import { type FourPillars, type Pillar, hanjaOf, pillarName } from './pillar.js';
import type { PillarPlace } from './relations.js';
import { passingFacts } from './saju-analysis.js';
import { TEN_GOD_NAMES, tenGodOf, tenGodOfBranch } from './ten-god.js';

const PLACES: Readonly<Record<PeriodKind, PillarPlace>> = { year: 'yearLuck', month: 'monthLuck', day: 'dayLuck' };

export interface CivilSpan {
  /** First day, `2026-12-01`. */
  readonly from: string;
  /** Last day. */
  readonly until: string;
  /** How far the reader's clock is ahead of Universal Time, in ms. */
  readonly offsetMs: number;
}

/** 세운, 월운 or 일진 of a span against a chart, in the order of time, each with the days of the span it covers. @throws RangeError as `periodsBetween` */
export const periodFacts = (
  pillars: FourPillars,
  kind: PeriodKind,
  { from, until, offsetMs }: CivilSpan,
  locale: Locale,
) =>
  periodsBetween(kind, from, until, offsetMs).map((period) => ({
    from: period.from,
    until: period.until,
    ...pillarFacts(period.pillar, pillars.day.stem, locale),
    ...passingFacts(pillars, { place: PLACES[kind], pillar: period.pillar }, locale),
  }));

/** A pillar as the day master sees it. */
export const pillarFacts = (pillar: Pillar, self: number, locale: Locale) => ({
  pillar: hanjaOf(pillar),
  name: pillarName(pillar, locale),
  tenGods: {
    stem: TEN_GOD_NAMES[tenGodOf(self, pillar.stem)][locale],
    branch: TEN_GOD_NAMES[tenGodOfBranch(self, pillar.branch)][locale],
  },
});
