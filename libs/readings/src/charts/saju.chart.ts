import { PERIOD_KINDS, ReadingInputError, civilDay, periodFacts, sajuChart, sajuFacts } from '@app/divination';
import { z } from 'zod';
import { NEEDS_DATE, birthNotes, birthOf, birthShape, needsDate } from './chart-birth.js';
import type { ChartDefinition } from './chart-definition.js';

const shape = birthShape.extend({
  periods: z.enum(PERIOD_KINDS).optional().describe('Adds 세운, 월운 or 일진 from `from` to `until`'),
  from: z.string().max(20).optional().describe('First day of the periods'),
  until: z.string().max(20).optional().describe('Last day; 120 years, 120 months or 62 days at most'),
});
const sajuInput = shape
  .refine(needsDate, NEEDS_DATE)
  .refine(({ periods, from, until }) => !periods || (from && until), {
    path: ['from'],
    message: 'is needed with `until` for periods',
  });

type SajuInput = z.infer<typeof shape>;

export const sajuChartDefinition: ChartDefinition<SajuInput> = {
  kind: 'saju',
  input: sajuInput,
  compute: (input, { nowMs }) => {
    const { locale, periods, from, until, ...fields } = input;
    const birth = birthOf(fields, locale);
    const { chart, notes } = sajuChart(birth);
    return {
      ...birthNotes(birth, notes, locale),
      saju: sajuFacts(chart, nowMs, locale),
      ...(periods && from && until && { periods: listed(chart.pillars, { periods, from, until }, locale) }),
    };
  },
  ttlMs: 600_000,
  example: { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female', locale: 'en' },
};

/** UTC offset of Korea. A day belongs to the period that contains its noon in Korea. */
const KOREA_MS = 9 * 3_600_000;

function listed(
  pillars: Parameters<typeof periodFacts>[0],
  { periods, from, until }: { periods: (typeof PERIOD_KINDS)[number]; from: string; until: string },
  locale: SajuInput['locale'],
) {
  const span = { from: civilDay(from, 'from'), until: civilDay(until, 'until'), offsetMs: KOREA_MS };
  try {
    return periodFacts(pillars, periods, span, locale);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ReadingInputError('until', {
      ko: '기간의 끝이 시작보다 앞서거나 기간이 너무 깁니다.',
      en: 'the span ends before it begins or is too long',
    });
  }
}
