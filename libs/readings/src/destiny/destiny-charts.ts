import { ReadingInputError } from '@app/divination';
import { birthFields } from '@app/divination';
import { type Notes, joinNotes } from '@app/divination';
import { type Birth, readBirth } from '@app/divination';
import type { AstroChart } from '@app/divination';
import { clientAstro } from '@app/divination';
import { natalChart } from '@app/divination';
import { type DestinyInput, isGiven } from './destiny.input.js';
import { clientSaju } from '@app/divination';
import { type SajuChart, sajuChart } from '@app/divination';

/** What a destiny reading is made of: at least one of the two charts. */
export interface DestinyCharts {
  readonly birth?: Birth;
  readonly saju?: SajuChart;
  readonly astrology?: AstroChart;
  readonly notes: Notes;
}

/**
 * Charts the client computed are used as they are; what it did not compute comes from the birth data.
 * @throws ReadingInputError for a birth that cannot be, and when neither leaves a chart.
 */
export function destinyCharts(input: DestinyInput): DestinyCharts {
  const fields = birthFields(input);
  const birth = fields && readBirth(fields, input.locale);
  const saju = chartFrom(input.saju, clientSaju, birth, sajuChart);
  const astrology = chartFrom(input.astro, clientAstro, birth, natalChart);
  if (!saju.chart && !astrology.chart)
    throw new ReadingInputError(
      isGiven(input.saju) ? 'saju' : 'astro',
      'the chart has neither pillars nor planets that are known',
    );
  return {
    birth,
    saju: saju.chart,
    astrology: astrology.chart,
    notes: joinNotes(birth?.notes ?? joinNotes(), saju.notes, astrology.notes),
  };
}

/** The client’s chart, else the one of the birth, else none. */
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
