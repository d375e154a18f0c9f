import { mkdirSync, writeFileSync } from 'node:fs';
import { DASHBOARDS } from './dashboards.js';
import { dashboardJson } from './panels.js';

const folder = new URL('dashboards/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [uid, dashboard] of Object.entries(DASHBOARDS))
  writeFileSync(new URL(`${uid}.json`, folder), `${JSON.stringify(dashboardJson(uid, dashboard), null, 2)}\n`);
