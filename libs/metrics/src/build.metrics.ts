import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { MetricsRegistry } from './metrics-registry.js';

/** The build copies package.json to `dist`, so the relative path is the same for sources and compiled files. */
const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** Which program runs: to see a rollout, and to compare versions. */
@Injectable()
export class BuildMetrics {
  constructor(registry: MetricsRegistry) {
    const info = registry.gauge('build_info', 'Version of the server and of Node.js; always 1.', ['version', 'node']);
    if (registry.enabled) info.set({ version, node: process.version }, 1);
  }
}
