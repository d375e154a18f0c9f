import type { EventData, Facts, Inputs } from './contract.generated.js';
import type { ReadingError } from './reading-error.js';

/** Kinds with typed input and facts; other kinds are also accepted. */
export type Kind = keyof Inputs;

type FactsOf<K extends string> = K extends Kind ? Facts[K] : Readonly<Record<string, unknown>>;

type DataOf<Name extends keyof EventData, K extends string> = Name extends 'reading'
  ? Omit<EventData['reading'], 'facts'> & { readonly facts: FactsOf<K> }
  : EventData[Name];

/** One event of a reading. A later request can resume after its id, `<reading>.<number>`. */
export type ReadingEvent<K extends string = string> = {
  [Name in keyof EventData]: { readonly id: string; readonly event: Name; readonly data: DataOf<Name, K> };
}[keyof EventData];

export interface ReadOptions {
  /** Origin of the server; default: the origin of the page. */
  readonly url?: string;
  /** API key. */
  readonly key?: string;
  /** Aborting also stops the reading on the server. */
  readonly signal?: AbortSignal;
  /** A repeated request with the same key returns the reading that the first request started; default: random. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof globalThis.fetch;
  /**
   * Called before each further attempt: without an error after a lost connection, with it when the server was busy or
   * asked to wait.
   */
  readonly onRetry?: (error?: ReadingError) => void;
  /** Connection attempts after the last received event; default 8, which takes over half a minute. */
  readonly retries?: number;
  /**
   * Time in ms without received bytes after which the connection counts as lost; heartbeats arrive every 10 s. Default
   * 30 000.
   */
  readonly silenceMs?: number;
}
