import type { TokenUsage } from '@app/llm';

/** The client behind one request, as far as a reading needs to know it. */
export interface Caller {
  /** Readings, sessions and cache entries of different tenants are kept apart. */
  readonly tenant: string;
  /** Claims one of the server's streams until the request is over. @throws when all are taken */
  claimStream(): void;
  /**
   * Claims a stream and one of the caller's own concurrent readings until the request is over.
   * @throws when the server is draining or full, or a limit of the caller is reached
   */
  admit(): Promise<void>;
  /** Charges what a reading cost; called once for each reading that this request started. */
  charge(usage: TokenUsage): void;
}
