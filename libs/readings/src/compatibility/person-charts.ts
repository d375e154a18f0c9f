import { type Note, ReadingInputError } from '@app/divination';
import type { Locale } from '@app/text';
import { type DestinyCharts, destinyCharts } from '../destiny/destiny-charts.js';
import type { Person } from './compatibility.input.js';

export type Side = 'first' | 'second';

export interface PersonCharts extends DestinyCharts {
  readonly id: Side;
  readonly name: string;
}

const DEFAULT_NAMES = {
  first: { ko: '첫째 분', en: 'the first person' },
  second: { ko: '둘째 분', en: 'the second person' },
} as const;

/** Field of the notes on luck pillars, which are not compared. */
const OF_LUCK = /gender$/u;

/**
 * The charts of one of the two persons. Errors and notes name the fields of the request.
 * @throws ReadingInputError
 */
export function personCharts({ name, saju, astro, ...birth }: Person, id: Side, locale: Locale): PersonCharts {
  try {
    const charts = destinyCharts({ birth, saju, astro, locale });
    const { leftOut, assumed } = charts.notes;
    const called = name?.trim() ?? DEFAULT_NAMES[id][locale];
    const about = (notes: readonly Note[]): readonly Note[] =>
      notes
        .filter(({ field }) => !OF_LUCK.test(field))
        .map(({ field, ko, en }) => ({
          field: fieldOf(field, id),
          ko: `${called}: ${ko}`,
          en: `${called.charAt(0).toUpperCase()}${called.slice(1)}: ${en}`,
        }));
    return { ...charts, notes: { leftOut: about(leftOut), assumed: about(assumed) }, id, name: called };
  } catch (error) {
    if (!(error instanceof ReadingInputError)) throw error;
    throw error.at(fieldOf(error.field, id));
  }
}

const fieldOf = (field: string, id: Side): string => `${id}.${field.replace(/^birth\./u, '')}`;
