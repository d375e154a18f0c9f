import type { WindowState } from './fixed-window.js';

const seconds = (ms: number): number => Math.ceil(ms / 1_000);

/**
 * Headers `RateLimit` and `RateLimit-Policy` of draft-ietf-httpapi-ratelimit-headers (structured fields, one named
 * policy).
 */
export function rateLimitHeaders(policy: string, { max, used, seconds: window, resetMs }: WindowState) {
  return {
    'RateLimit-Policy': `"${policy}";q=${max};w=${window}`,
    RateLimit: `"${policy}";r=${Math.max(0, max - used)};t=${seconds(resetMs)}`,
  };
}

/** Value of `Retry-After`: whole seconds, at least one, because an immediate retry would be rejected again. */
export const retryAfter = (ms: number): string => String(Math.max(1, seconds(ms)));
