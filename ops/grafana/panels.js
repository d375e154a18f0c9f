// Panels as data, and Grafana's JSON of a dashboard with them.

/** Narrows a metric to the chosen instances; `filter` are further label matchers. */
export const value = (metric, filter = '') => `${metric}{instance=~"$instance"${filter && `,${filter}`}}`;

export const rate = (metric, by, filter) =>
  `sum${by ? ` by (${by})` : ''} (rate(${value(metric, filter)}[$__rate_interval]))`;
export const quantile = (share, metric, by = '') =>
  `histogram_quantile(${share}, sum by (le${by && `, ${by}`}) (rate(${value(`${metric}_bucket`)}[$__rate_interval])))`;
/** For counters whose first event may never happen: 0 instead of no data. */
export const orZero = (query) => `${query} or vector(0)`;

export const graph = (title, unit, description, ...lines) => ({ type: 'timeseries', title, unit, description, lines });

/** One number; `thresholds` are pairs of colour and lowest value, the first one without a value. */
export const stat = (title, unit, description, thresholds, ...lines) => ({
  type: 'stat',
  title,
  unit,
  description,
  thresholds,
  lines,
});

export const heatmap = (title, unit, description, metric) => ({
  type: 'heatmap',
  title,
  unit,
  description,
  lines: [['{{le}}', `sum by (le) (increase(${value(`${metric}_bucket`)}[$__rate_interval]))`]],
});

/** Thresholds of `stat`. */
export const GOOD_IS_ONE = [['red'], ['green', 1]];
export const GOOD_IS_ZERO = [['green'], ['red', 1]];
export const NEUTRAL = [['blue']];

const SIZES = { stat: { w: 4, h: 4 }, timeseries: { w: 12, h: 8 }, heatmap: { w: 12, h: 8 } };
const WIDTH = 24;
const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };

/** Places panels from left to right; a panel that does not fit, or of another height, begins a row. */
function positions(panels) {
  let [x, y, height] = [0, 0, 0];
  return panels.map(({ type }) => {
    const { w, h } = SIZES[type];
    if (x + w > WIDTH || (x > 0 && h !== height)) [x, y] = [0, y + height];
    const position = { h, w, x, y };
    [x, height] = [x + w, h];
    return position;
  });
}

const OPTIONS = {
  timeseries: {},
  stat: { options: { reduceOptions: { calcs: ['lastNotNull'] }, textMode: 'auto', colorMode: 'background' } },
  heatmap: { options: { calculate: false, yAxis: { unit: 's' }, color: { mode: 'scheme', scheme: 'Oranges' } } },
};

function fieldConfig({ unit, thresholds }) {
  const steps = thresholds?.map(([color, from]) => ({ color, value: from ?? null }));
  return {
    defaults: {
      unit,
      min: 0,
      ...(steps && { thresholds: { mode: 'absolute', steps }, color: { mode: 'thresholds' } }),
    },
    overrides: [],
  };
}

const target = ({ type }, [legendFormat, expr], at) => ({
  refId: String.fromCharCode(65 + at),
  datasource: DATASOURCE,
  legendFormat,
  expr,
  ...(type === 'heatmap' && { format: 'heatmap' }),
  ...(type === 'stat' && { instant: true }),
});

const VARIABLES = {
  list: [
    { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus' },
    {
      name: 'instance',
      label: 'Instance',
      type: 'query',
      datasource: DATASOURCE,
      query: { query: 'label_values(build_info, instance)', refId: 'instance' },
      refresh: 2,
      multi: true,
      includeAll: true,
      allValue: '.*',
      current: { text: 'All', value: '$__all' },
    },
  ],
};

export function dashboardJson(uid, { title, panels }) {
  const places = positions(panels);
  return {
    uid: `reading-${uid}`,
    title,
    tags: ['reading-server'],
    timezone: 'browser',
    schemaVersion: 39,
    refresh: '15s',
    time: { from: 'now-1h', to: 'now' },
    templating: VARIABLES,
    panels: panels.map((panel, index) => ({
      id: index + 1,
      type: panel.type,
      title: panel.title,
      description: panel.description,
      datasource: DATASOURCE,
      gridPos: places[index],
      fieldConfig: fieldConfig(panel),
      ...OPTIONS[panel.type],
      targets: panel.lines.map((line, at) => target(panel, line, at)),
    })),
  };
}
