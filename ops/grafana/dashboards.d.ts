/** Title, unit, then legend and query of each line. */
export type Panel = readonly [title: string, unit: string, ...lines: (readonly [legend: string, query: string])[]];

export interface Dashboard {
  readonly title: string;
  readonly panels: readonly Panel[];
}

export const DASHBOARDS: Readonly<Record<string, Dashboard>>;
export function dashboardJson(uid: string, dashboard: Dashboard): object;
