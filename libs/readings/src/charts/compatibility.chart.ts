import { type CompatibilityInput, compatibilityInput } from '../compatibility/compatibility.input.js';
import { compatibilityFacts } from '../compatibility/compatibility-facts.js';
import { personCharts } from '../compatibility/person-charts.js';
import type { ChartDefinition } from './chart-definition.js';

export const compatibilityChartDefinition: ChartDefinition<CompatibilityInput> = {
  kind: 'compatibility',
  input: compatibilityInput,
  compute: ({ first, second, locale }, { nowMs }) =>
    compatibilityFacts([personCharts(first, 'first', locale), personCharts(second, 'second', locale)], nowMs, locale),
  ttlMs: 600_000,
  example: {
    first: { date: '1990-05-15', time: '07:05', city: 'Seoul' },
    second: { date: '1988-11-02', time: '21:40', city: 'Busan' },
    locale: 'en',
  },
};
