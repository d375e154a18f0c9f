import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DASHBOARDS } from '../ops/grafana/dashboards.js';
import { dashboardJson } from '../ops/grafana/panels.js';
import { METRIC_TYPES, metricOf, seriesIn } from './ops/metric-names.js';

interface Placed {
  readonly panels: readonly { readonly gridPos: Readonly<Record<'x' | 'y' | 'w' | 'h', number>> }[];
}

describe('dashboards', () => {
  const panels = Object.values(DASHBOARDS).flatMap((board) => board.panels);
  const queries = panels.flatMap(({ lines }) => lines.map(([, query]) => query));

  it('match their generator', () => {
    expect(readdirSync('ops/grafana/dashboards').toSorted()).toEqual(
      Object.keys(DASHBOARDS)
        .map((uid) => `${uid}.json`)
        .toSorted(),
    );
    for (const [uid, dashboard] of Object.entries(DASHBOARDS))
      expect(JSON.parse(readFileSync(`ops/grafana/dashboards/${uid}.json`, 'utf8'))).toEqual(
        dashboardJson(uid, dashboard),
      );
  });

  it('refer only to existing metrics, and show every metric of the server', () => {
    const shown = queries.flatMap(seriesIn).map((name) => ({ name, metric: metricOf(name) }));
    expect(shown.filter(({ metric }) => metric === undefined)).toEqual([]);
    const missing = new Set([...METRIC_TYPES.keys()].filter((name) => !/^(?:process|nodejs)_/.test(name)));
    for (const { metric = '' } of shown) missing.delete(metric);
    expect([...missing]).toEqual([]);
  });

  it('have panels that say what they show and narrow to the chosen instances; stat panels have thresholds', () => {
    expect(new Set(panels.map(({ type }) => type))).toEqual(new Set(['stat', 'heatmap', 'timeseries']));
    for (const { title, description, type, thresholds = [], lines } of panels) {
      expect({ title, description }).toEqual({ title, description: expect.stringMatching(/^.{8,}\.$/) });
      expect({ title, stat: thresholds.length > 0 }).toEqual({ title, stat: type === 'stat' });
      for (const [, query] of lines) expect(query).toContain('instance=~"$instance"');
    }
  });

  it.each(Object.entries(DASHBOARDS))('have panels that do not overlap: %s', (uid, dashboard) => {
    const cells = (dashboardJson(uid, dashboard) as Placed).panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});
