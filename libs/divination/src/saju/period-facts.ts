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
  /** Offset of the reader's clock from Universal Time, in milliseconds. */
  readonly offsetMs: number;
}

/**
 * Facts about each 세운, 월운 or 일진 of a span relative to a chart, in chronological order, each with the days of the span
 * that it covers.
 * @throws RangeError as `periodsBetween`
 */
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

/** Facts about a pillar relative to the day master. */
export function pillarFacts(pillar: Pillar, self: number, locale: Locale) {
  const [stemId, branchId] = [tenGodOf(self, pillar.stem), tenGodOfBranch(self, pillar.branch)];
  const tenGods = { stem: TEN_GOD_NAMES[stemId][locale], stemId, branch: TEN_GOD_NAMES[branchId][locale], branchId };
  return { pillar: hanjaOf(pillar), name: pillarName(pillar, locale), tenGods };
}
