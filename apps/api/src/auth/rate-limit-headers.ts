import type { WindowState } from './fixed-window.js';

const seconds = (ms: number): number => Math.ceil(ms / 1_000);

/** `RateLimit` and `RateLimit-Policy` as in draft-ietf-httpapi-ratelimit-headers (structured fields, one named policy). */
export function rateLimitHeaders(policy: string, { max, used, seconds: window, resetMs }: WindowState) {
  return {
    'RateLimit-Policy': `"${policy}";q=${max};w=${window}`,
    RateLimit: `"${policy}";r=${Math.max(0, max - used)};t=${seconds(resetMs)}`,
  };
}

/** Whole seconds, at least one: an immediate retry would be refused again. */
export const retryAfter = (ms: number): string => String(Math.max(1, seconds(ms)));
