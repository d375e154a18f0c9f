type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * How long an answer asks to wait, in ms: `retry-after-ms`, else `Retry-After` in seconds or as a date. Undefined when
 * it does not say, or says nothing that can be read.
 */
export function retryAfterMs(headers: Headers, now = Date.now()): number | undefined {
  const milliseconds = positive(headers['retry-after-ms']);
  if (milliseconds !== undefined) return milliseconds;
  const header = headers['retry-after'];
  const seconds = positive(header);
  if (seconds !== undefined) return seconds * 1_000;
  const date = typeof header === 'string' ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function positive(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string' || header.trim() === '') return undefined;
  const value = Number(header);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
