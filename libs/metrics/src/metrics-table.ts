import { CONCERNS } from './metrics.module.js';
import { MetricsRegistry } from './metrics-registry.js';
import { collectProcessMetrics } from './process-metrics.js';
import { TimingWindows } from './timing-windows.js';

export interface MetricRow {
  readonly name: string;
  readonly type: string;
  readonly labels: readonly string[];
  readonly help: string;
}

/** Every registered metric, sorted by name. `docs/metrics.md`, alert rules and dashboards may use no others. */
export function metricsRows(): readonly MetricRow[] {
  const registry = new MetricsRegistry({ metrics: true });
  CONCERNS.forEach((Concern) => Reflect.construct(Concern, [registry, new TimingWindows()]));
  collectProcessMetrics(registry.prometheus);
  const rows = registry.prometheus.getMetricsAsArray().map((metric) => rowOf(metric as unknown as Definition));
  registry.prometheus.clear();
  return rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The table of `docs/metrics.md`. */
export function metricsTable(): string {
  const rows = metricsRows().map(
    ({ name, type, labels, help }) =>
      `| \`${name}\` | ${type} | ${labels.map((one) => `\`${one}\``).join(', ') || '–'} | ${help} |`,
  );
  return ['| name | type | labels | help |', '|---|---|---|---|', ...rows].join('\n');
}

/** Fields of every prom-client metric that its types omit. */
interface Definition {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  readonly constructor: { readonly name: string };
}

const rowOf = ({ name, help, labelNames = [], constructor }: Definition): MetricRow => ({
  name,
  type: constructor.name.toLowerCase(),
  labels: labelNames.filter((one) => one !== 'le'),
  help,
});
