import { CHART_POINTS, ReadingInputError, civilDay, natalChart, startOfDayMs, westernFacts } from '@app/divination';
import { z } from 'zod';
import { NEEDS_DATE, birthNotes, birthOf, birthShape, needsDate } from './chart-birth.js';
import type { ChartDefinition } from './chart-definition.js';

const DAY_MS = 86_400_000;
const MAX_TRANSIT_DAYS = 366;
const day = z.string().max(20).optional();

const shape = birthShape.extend({
  aspects: z.enum(['major', 'all']).default('major').describe('`all` adds the minor aspects'),
  maxOrb: z.number().min(0).max(10).optional().describe('Narrows every orb, in degrees'),
  points: z.array(z.enum(CHART_POINTS)).max(20).optional().describe('Only aspects of these points'),
  transitsFrom: day.describe('First day of the dated transits, in UTC'),
  transitsUntil: day.describe(`Last day; at most ${MAX_TRANSIT_DAYS} days`),
  solarReturnYear: z.number().int().min(1900).max(2100).optional().describe('Adds the solar return of this year'),
  progressedTo: day.describe('Adds the secondary progressions for this day'),
});
const westernInput = shape
  .refine(needsDate, NEEDS_DATE)
  .refine(({ transitsFrom, transitsUntil }) => (transitsFrom === undefined) === (transitsUntil === undefined), {
    path: ['transitsUntil'],
    message: 'transits need `transitsFrom` and `transitsUntil`',
  });

type WesternInput = z.infer<typeof shape>;

export const westernChartDefinition: ChartDefinition<WesternInput> = {
  kind: 'western',
  input: westernInput,
  compute: (input, { nowMs }) => {
    const { locale, aspects, maxOrb, points, transitsFrom, transitsUntil, solarReturnYear, progressedTo, ...fields } =
      input;
    const birth = birthOf(fields, locale);
    const { chart, notes } = natalChart(birth);
    const options = {
      aspects,
      maxOrb,
      points,
      solarReturnYear,
      transits: transitsFrom && transitsUntil ? transitSpan(transitsFrom, transitsUntil) : undefined,
      progressedMs: progressedTo ? startOfDayMs('UTC', civilDay(progressedTo, 'progressedTo')) : undefined,
    };
    return {
      ...birthNotes(birth, notes, locale),
      astrology: westernFacts(birth, chart, options, nowMs, locale),
    };
  },
  ttlMs: 600_000,
  example: { date: '1990-05-15', time: '07:05', city: 'Seoul', aspects: 'all', solarReturnYear: 2026, locale: 'en' },
};

function transitSpan(from: string, until: string) {
  const fromMs = startOfDayMs('UTC', civilDay(from, 'transitsFrom'));
  const untilMs = startOfDayMs('UTC', civilDay(until, 'transitsUntil')) + DAY_MS;
  if (untilMs > fromMs && untilMs - fromMs <= MAX_TRANSIT_DAYS * DAY_MS) return { fromMs, untilMs };
  throw new ReadingInputError('transitsUntil', {
    ko: '기간의 끝이 시작보다 앞서거나 기간이 너무 깁니다.',
    en: 'the span ends before it begins or is too long',
  });
}
