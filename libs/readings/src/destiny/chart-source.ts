import { type FlatBirth, type NestedBirth, birthInput, flatBirthInput } from '@app/divination';
import type { Locale } from '@app/text';
import { z } from 'zod';
import { readerTimezone } from '../reader-timezone.js';

const chart = z.record(z.string(), z.unknown()).nullish();

/** Charts that the client has computed. */
export const chartInput = {
  saju: chart.describe('Pillars the client has computed, used as they are'),
  astro: chart.describe('A birth chart the client has computed, used as it is'),
};

/** Birth data or charts of one person, and the place where the person is now. */
export const birthOrChartInput = {
  birth: birthInput
    .nullish()
    .describe('Date, time and place of birth; the same fields may stand beside it as birthDate …'),
  ...flatBirthInput,
  ...chartInput,
  readerTimezone,
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

/** The error of a request without a date of birth and without a chart. */
export const NEEDS_CHART_OR_DATE = { path: ['birth', 'date'], message: 'is needed unless a chart is given' };
