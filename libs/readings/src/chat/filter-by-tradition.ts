import type { DestinyCharts } from '../destiny/destiny-charts.js';
import { ReadingInputError } from '@app/divination';
import type { Focus } from './ask.input.js';

/**
 * Removes the chart of the other tradition.
 * @throws ReadingInputError when the requested chart is missing
 */
export function filterByTradition(charts: DestinyCharts, focus: Focus): DestinyCharts {
  if (focus === 'both') return charts;
  if (!charts[focus]) throw MISSING[focus]();
  return { ...charts, [focus === 'saju' ? 'astrology' : 'saju']: undefined };
}

const MISSING = {
  saju: () =>
    new ReadingInputError('saju', {
      ko: '사주나 그것을 계산할 생년월일이 필요합니다.',
      en: 'A saju chart is needed, or a date of birth to compute it from.',
    }),
  astrology: () =>
    new ReadingInputError('astro', {
      ko: '출생 차트나 그것을 계산할 생년월일이 필요합니다.',
      en: 'A birth chart is needed, or a date of birth to compute it from.',
    }),
} as const;
