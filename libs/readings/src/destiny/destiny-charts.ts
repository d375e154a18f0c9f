import {
  type AstroChart,
  type Birth,
  birthFields,
  clientAstro,
  clientSaju,
  joinNotes,
  natalChart,
  type Notes,
  readBirth,
  ReadingInputError,
  type SajuChart,
  sajuChart,
} from '@app/divination';
import { type ChartSource, isGiven } from './chart-source.js';

/** Charts of a destiny reading; at least one is present. */
export interface DestinyCharts {
  readonly birth?: Birth;
  readonly saju?: SajuChart;
  readonly astrology?: AstroChart;
  readonly notes: Notes;
}

/**
 * Uses the client's charts unchanged and computes missing ones from the birth data.
 * @throws ReadingInputError for an impossible birth, or when no chart results
 */
export function destinyCharts(input: ChartSource): DestinyCharts {
  const fields = birthFields(input);
  const birth = fields && readBirth(fields, input.locale);
  const saju = chartFrom(input.saju, clientSaju, birth, sajuChart);
  const astrology = chartFrom(input.astro, clientAstro, birth, natalChart);
  if (!saju.chart && !astrology.chart)
    throw new ReadingInputError(isGiven(input.saju) ? 'saju' : 'astro', {
      ko: '차트에 알 수 있는 기둥이나 행성이 없습니다.',
      en: 'the chart has neither pillars nor planets that are known',
    });
  return {
    birth,
    saju: saju.chart,
    astrology: astrology.chart,
    notes: joinNotes(birth?.notes ?? joinNotes(), saju.notes, astrology.notes),
  };
}

/** The client's chart, otherwise the computed one, otherwise undefined. */
function chartFrom<Chart>(
  given: Readonly<Record<string, unknown>> | null | undefined,
  read: (given: Readonly<Record<string, unknown>>) => Chart | undefined,
  birth: Birth | undefined,
  compute: (birth: Birth) => { readonly chart: Chart; readonly notes: Notes },
): { readonly chart: Chart | undefined; readonly notes: Notes } {
  const chart = given && read(given);
  if (chart) return { chart, notes: joinNotes() };
  return birth ? compute(birth) : { chart: undefined, notes: joinNotes() };
}
