import type { Dashboard } from './panels.js';

export const DASHBOARDS: Readonly<Record<string, Dashboard>>;
