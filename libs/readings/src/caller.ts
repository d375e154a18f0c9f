import type { TokenUsage } from '@app/llm';

/** The client behind one request, as far as a reading needs to know it. */
export interface Caller {
  /** Readings, sessions and cache entries are never shared between tenants. */
  readonly tenant: string;
  /** Claims one of the server's streams until the request ends. @throws when all are in use */
  claimStream(): void;
  /**
   * Claims a stream and one of the caller's concurrent readings until the request ends.
   * @throws when the server is draining or full, or a limit of the caller is reached
   */
  admit(): Promise<void>;
  /** Charges the tokens of a reading; called once for each reading this request started. */
  charge(usage: TokenUsage): void;
}
