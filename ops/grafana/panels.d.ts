export interface Panel {
  readonly type: 'timeseries' | 'stat' | 'heatmap';
  readonly title: string;
  readonly description: string;
  readonly thresholds?: readonly (readonly [color: string, from?: number])[];
  /** What the server needs for its query to have data. */
  readonly onlyWith?: string;
  readonly lines: readonly (readonly [legend: string, query: string])[];
}

export interface Dashboard {
  readonly title: string;
  readonly panels: readonly Panel[];
}

export function dashboardJson(uid: string, dashboard: Dashboard): object;
