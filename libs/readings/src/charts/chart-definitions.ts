import { ichingChartDefinition, tarotChartDefinition } from './cast.chart.js';
import type { ChartDefinition } from './chart-definition.js';
import { compatibilityChartDefinition } from './compatibility.chart.js';
import { sajuChartDefinition } from './saju.chart.js';
import { westernChartDefinition } from './western.chart.js';

/** Every kind of chart. Routes and OpenAPI derive from this list. */
export const chartDefinitions: readonly ChartDefinition[] = [
  sajuChartDefinition,
  westernChartDefinition,
  compatibilityChartDefinition,
  ichingChartDefinition,
  tarotChartDefinition,
] as readonly ChartDefinition[];
