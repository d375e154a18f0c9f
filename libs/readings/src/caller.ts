import type { TokenUsage } from '@app/llm';

/** A reading that a request started. */
export interface StartedReading {
  /** Resolves when it has ended, whether anyone still reads it or not. */
  readonly ended: Promise<void>;
  /** Its tokens so far. */
  readonly usage: () => TokenUsage;
}

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
  /** Keeps the claimed reading until it has ended, also when the request ends first, and charges its tokens then. */
  started(reading: StartedReading): void;
}
