type Headers = Readonly<Record<string, string | string[] | undefined>>;

const MIN_WAIT_MS = 250;
const MAX_WAIT_MS = 30_000;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/** A duration such as `20s`, `1.5s`, `60ms` or `1m30s`. */
const DURATION = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/;
/** Waits in the words of an error: of Google's `RetryInfo`, of OpenAI, and of servers that load a model. */
const IN_BODY =
  /"retryDelay"\s*:\s*"([\d.]+s)"|try again in ((?:\d+(?:\.\d+)?(?:ms|s|m|h))+)|"estimated_time"\s*:\s*(\d+(?:\.\d+)?)/i;

/**
 * The wait that a response requests, in ms: `retry-after-ms`, else `Retry-After` in seconds, as a duration or as a date,
 * else as the body says; clamped to the range from 250 ms to 30 s. Undefined when none of them is valid.
 */
export function retryAfterMs(headers: Headers, body = '', now = Date.now()): number | undefined {
  const asked = askedMs(headers, now) ?? askedIn(body);
  return asked === undefined ? undefined : Math.min(Math.max(asked, MIN_WAIT_MS), MAX_WAIT_MS);
}

function askedMs(headers: Headers, now: number): number | undefined {
  const milliseconds = finite(headers['retry-after-ms']);
  if (milliseconds !== undefined) return milliseconds;
  const header = headers['retry-after'];
  const seconds = finite(header);
  if (seconds !== undefined) return seconds * 1_000;
  if (typeof header !== 'string') return undefined;
  if (DURATION.test(header.trim())) return durationMs(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : date - now;
}

function askedIn(body: string): number | undefined {
  const [, delay, duration, seconds] = IN_BODY.exec(body) ?? [];
  if (seconds !== undefined) return Number(seconds) * 1_000;
  const text = delay ?? duration;
  return text === undefined ? undefined : durationMs(text);
}

const durationMs = (text: string): number =>
  [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/gi)].reduce(
    (sum, [, count, unit = 's']) => sum + Number(count) * (UNIT_MS[unit.toLowerCase()] ?? 0),
    0,
  );

function finite(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string' || header.trim() === '') return undefined;
  const value = Number(header);
  return Number.isFinite(value) ? value : undefined;
}
