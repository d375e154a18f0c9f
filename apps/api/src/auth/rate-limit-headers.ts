import type { WindowState } from './fixed-window.js';

const seconds = (ms: number): number => Math.ceil(ms / 1_000);

/** `RateLimit` and `RateLimit-Policy` as the IETF draft has them (structured fields, one policy by its name). */
export function rateLimitHeaders(policy: string, { most, used, seconds: window, resetMs }: WindowState) {
  return {
    'RateLimit-Policy': `"${policy}";q=${most};w=${window}`,
    RateLimit: `"${policy}";r=${Math.max(0, most - used)};t=${seconds(resetMs)}`,
  };
}

/** Whole seconds, at least one: a client that comes back at once would be refused again. */
export const retryAfter = (ms: number): string => String(Math.max(1, seconds(ms)));
