type Headers = Readonly<Record<string, string | string[] | undefined>>;

const MIN_WAIT_MS = 250;
const MAX_WAIT_MS = 30_000;

/**
 * The wait that a response requests, in ms: `retry-after-ms`, else `Retry-After` in seconds or as a date, clamped to
 * the range from 250 ms to 30 s. Undefined when both headers are absent or invalid.
 */
export function retryAfterMs(headers: Headers, now = Date.now()): number | undefined {
  const asked = askedMs(headers, now);
  return asked === undefined ? undefined : Math.min(Math.max(asked, MIN_WAIT_MS), MAX_WAIT_MS);
}

function askedMs(headers: Headers, now: number): number | undefined {
  const milliseconds = finite(headers['retry-after-ms']);
  if (milliseconds !== undefined) return milliseconds;
  const header = headers['retry-after'];
  const seconds = finite(header);
  if (seconds !== undefined) return seconds * 1_000;
  const date = typeof header === 'string' ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : date - now;
}

function finite(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string' || header.trim() === '') return undefined;
  const value = Number(header);
  return Number.isFinite(value) ? value : undefined;
}
