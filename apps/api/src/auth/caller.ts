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

const callers = new WeakMap<object, Caller>();

export function noteCaller(request: object, caller: Caller): void {
  callers.set(request, caller);
}

/** Undefined on routes that ask nobody who they are. */
export const callerOf = (request: object): Caller | undefined => callers.get(request);

export const tenantOf = (request: object): string => callers.get(request)?.tenant ?? OPEN_TENANT;
