/** What one API key may use; absent means unlimited. */
export interface CallerLimits {
  readonly requestsPerMinute?: number | undefined;
  readonly concurrentReadings?: number | undefined;
  readonly tokensPerDay?: number | undefined;
}

/** Who sent a request. */
export interface Caller {
  /** Owner of its readings, sessions and cache entries: the key's name, or `open` for everyone without a key. */
  readonly tenant: string;
  /** What limits count by: the key, else the peer's address. */
  readonly countedAs: string;
  readonly limits: CallerLimits;
}

export const OPEN_TENANT = 'open';
