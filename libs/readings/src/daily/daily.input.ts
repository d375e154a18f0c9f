import { z } from 'zod';
import { clientDocuments } from '../client-documents.js';
import { NEEDS_CHART_OR_DATE, birthOrChartInput, hasChartOrDate } from '../destiny/chart-source.js';
import { commonInput } from '../reading-input.js';

const day = z.string().max(20).nullish();

const shape = z.strictObject({
  question: z
    .string()
    .max(4_000, 'must have at most 4 000 characters')
    .nullish()
    .describe('What the person wants to know about the day'),
  day: day.describe('The day, or the first of several, such as 2026-12-01; today where the reader is when absent'),
  date: day.describe('Another name of `day`'),
  until: day.describe('The last day of a span of at most 14; the same day when absent'),
  ...birthOrChartInput,
  documents: clientDocuments,
  ...commonInput,
});

export const dailyInput = shape.refine(hasChartOrDate, NEEDS_CHART_OR_DATE);

export type DailyInput = z.infer<typeof shape>;
