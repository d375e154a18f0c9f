/** What one API key may use; absent is no limit. */
export interface CallerLimits {
  readonly requestsPerMinute?: number | undefined;
  readonly concurrentReadings?: number | undefined;
  readonly tokensPerDay?: number | undefined;
}

/** Who a request comes from. */
export interface Caller {
  /** Whose cache, sessions and readings it sees: the key's name, or `open` for all who come without one. */
  readonly tenant: string;
  /** Whom the limits count: the key, else the peer's address. */
  readonly countedAs: string;
  readonly limits: CallerLimits;
}

export const OPEN_TENANT = 'open';
