/** Limits of one API key; an absent limit means unlimited. */
export interface CallerLimits {
  readonly requestsPerMinute?: number | undefined;
  readonly concurrentReadings?: number | undefined;
  readonly tokensPerDay?: number | undefined;
}

/** Identity and limits of the sender of a request. */
export interface Caller {
  /**
   * Owner of the caller's readings, sessions and cache entries: the key's name, or `open` for all callers without a
   * key.
   */
  readonly tenant: string;
  /** Key under which usage counts towards limits: the API key, or the peer address for callers without one. */
  readonly countedAs: string;
  readonly limits: CallerLimits;
}

export const OPEN_TENANT = 'open';
