import { metricsRows } from '@app/metrics';

/** Type of every metric by its name. */
export const METRIC_TYPES: ReadonlyMap<string, string> = new Map(metricsRows().map(({ name, type }) => [name, type]));

const SERIES_OF_HISTOGRAM = /_(?:bucket|count|sum)$/;

/** Names of metrics and series in an expression; functions and keywords share no name with a metric. */
export const seriesIn = (expression: string): readonly string[] =>
  [
    ...expression
      .replace(/\{[^}]*\}|"[^"]*"|\bby \([^)]*\)/g, '')
      .matchAll(/\b(?:build|http|reading|retrieval|llm|gen_ai|embedding|cache|process|nodejs)_[a-z0-9_]+/g),
  ].map(([name]) => name);

/** The metric that a series belongs to; undefined when there is none. */
export function metricOf(series: string): string | undefined {
  if (METRIC_TYPES.has(series)) return series;
  const histogram = series.replace(SERIES_OF_HISTOGRAM, '');
  return METRIC_TYPES.get(histogram) === 'histogram' ? histogram : undefined;
}
