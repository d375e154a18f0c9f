import type { UpstreamStats } from './upstream-stats.js';

/** The part of an upstream that other processes control over HTTP. */
export interface ControllableUpstream {
  readonly stats: UpstreamStats;
  setMode(mode: string): void;
  reset(): void;
}

/** Control routes for other processes; excluded from the statistics. */
export const isControl = (path: string): boolean => path.startsWith('/__');

/**
 * Handles `GET /__stats` (counts and, unless `?brief`, every request's record), `GET /__bodies`, `POST /__reset`, and
 * `POST /__mode` with `{"mode":"stall?after=3"}`.
 */
export function control(upstream: ControllableUpstream, path: string, query: string, body: unknown): unknown {
  const { stats } = upstream;
  switch (path) {
    case '/__stats':
      return query === 'brief' ? stats.counts() : { ...stats.counts(), requests: stats.requests };
    case '/__bodies':
      return stats.bodies;
    case '/__reset':
      upstream.reset();
      return { reset: true };
    case '/__mode':
      upstream.setMode(String((body as { mode?: unknown }).mode));
      return { mode: true };
    default:
      return { error: `no such control: ${path}` };
  }
}
