import type { TokenUsage } from '@app/llm';

/** A reading that a request started. */
export interface StartedReading {
  /** Resolves when the reading has ended, even after all clients have disconnected. */
  readonly ended: Promise<void>;
  /** Tokens used so far. */
  readonly usage: () => TokenUsage;
}

/** The client that sent a request, reduced to what a reading needs. */
export interface Caller {
  /** Readings, sessions and cache entries are never shared between tenants. */
  readonly tenant: string;
  /**
   * Reserves one of the server's streams until the request ends.
   * @throws when all streams are in use
   */
  claimStream(): void;
  /**
   * Reserves a stream and one of the caller's concurrent readings until the request ends.
   * @throws when the server is draining or full, or a limit of the caller is reached
   */
  admit(): Promise<void>;
  /**
   * Keeps the reservation until the reading has ended, even if the request ends first, and then charges the tokens
   * used.
   */
  started(reading: StartedReading): void;
}
