import type { DestinyCharts } from '../destiny/destiny-charts.js';
import { ReadingInputError } from '@app/divination';
import type { Focus } from './ask.input.js';

/**
 * The charts of one tradition only.
 * @throws ReadingInputError when there is none of it
 */
export function filterByTradition(charts: DestinyCharts, focus: Focus): DestinyCharts {
  if (focus === 'both') return charts;
  if (!charts[focus]) throw MISSING[focus]();
  return { ...charts, [focus === 'saju' ? 'astrology' : 'saju']: undefined };
}

const MISSING = {
  saju: () => new ReadingInputError('saju', 'A saju chart is needed, or a date of birth to compute it from.'),
  astrology: () => new ReadingInputError('astro', 'A birth chart is needed, or a date of birth to compute it from.'),
} as const;
