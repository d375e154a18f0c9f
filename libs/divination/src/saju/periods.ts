import { dayAndHourPillars, yearAndMonthPillars } from './four-pillars.js';
import type { Pillar } from './pillar.js';

/** A period that has one pillar: a year (세운), a month (월운) or a day (일진). */
export interface Period {
  readonly pillar: Pillar;
  /** First civil day of the span whose noon lies in the period, `2026-02-04`. */
  readonly from: string;
  /** Last civil day of the span whose noon lies in the period. */
  readonly until: string;
}

export const PERIOD_KINDS = ['year', 'month', 'day'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

const DAY_MS = 86_400_000;
/** Maximum number of periods in a list: a lifetime of years, ten years of months, two months of days. */
export const MAX_PERIODS: Readonly<Record<PeriodKind, number>> = { year: 120, month: 120, day: 62 };
const MAX_DAYS: Readonly<Record<PeriodKind, number>> = {
  year: MAX_PERIODS.year * 366,
  month: MAX_PERIODS.month * 31,
  day: MAX_PERIODS.day,
};

/**
 * The pillars of a span of civil days, first and last day included. Years and months change with the solar terms; a day
 * belongs to the period that contains its noon at the given offset.
 * @param offsetMs offset of the reader's clock from Universal Time
 * @throws RangeError for an empty span and for one longer than MAX_PERIODS
 */
export function periodsBetween(
  kind: PeriodKind,
  fromDay: string,
  untilDay: string,
  offsetMs: number,
): readonly Period[] {
  const [from, until] = [fromDay, untilDay].map((day) => Date.parse(`${day}T00:00:00Z`) / DAY_MS);
  const count = (until ?? Number.NaN) - (from ?? Number.NaN) + 1;
  if (!(count >= 1 && count <= MAX_DAYS[kind]))
    throw new RangeError(`a span of ${count} days cannot be listed by ${kind}`);
  const periods: Period[] = [];
  for (let day = from ?? 0; day <= (until ?? 0); day++) {
    const pillar = pillarOf(kind, day, offsetMs);
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    const last = periods.at(-1);
    if (last && last.pillar.stem === pillar.stem && last.pillar.branch === pillar.branch)
      periods[periods.length - 1] = { ...last, until: date };
    else periods.push({ pillar, from: date, until: date });
  }
  return periods;
}

function pillarOf(kind: PeriodKind, day: number, offsetMs: number): Pillar {
  const noonMs = (day + 0.5) * DAY_MS;
  if (kind === 'day') return dayAndHourPillars(noonMs, 'midnight').day;
  return yearAndMonthPillars(noonMs - offsetMs)[kind];
}
