import type { FlatBirth, NestedBirth } from '@app/divination';
import type { Locale } from '@app/text';
import { z } from 'zod';

const chart = z.record(z.string(), z.unknown()).nullish();

/** Charts that the client has computed. */
export const chartInput = {
  saju: chart.describe('Pillars the client has computed, used as they are'),
  astro: chart.describe('A birth chart the client has computed, used as it is'),
};

type ClientChart = z.infer<typeof chart>;

/** Birth data and charts of one person. */
export interface ChartSource extends FlatBirth {
  readonly birth?: NestedBirth | null | undefined;
  readonly saju?: ClientChart;
  readonly astro?: ClientChart;
  readonly locale: Locale;
}

/** Whether the client sent a chart; front ends send empty objects for missing charts. */
export const isGiven = (value: ClientChart): boolean =>
  value !== null && value !== undefined && Object.keys(value).length > 0;

const DATE_NAMES = ['date', 'birthDate', 'birth_date', 'birthdate'] as const;

export const hasChartOrDate = ({ birth, saju, astro, ...flat }: Omit<ChartSource, 'locale'>): boolean =>
  isGiven(saju) || isGiven(astro) || DATE_NAMES.some((name) => birth?.[name] || (name !== 'date' && flat[name]));
