import type { EventData, Facts, Inputs } from './contract.generated.js';

/** Kinds whose input and facts are typed; others are accepted too. */
export type Kind = keyof Inputs;

type FactsOf<K extends string> = K extends Kind ? Facts[K] : Readonly<Record<string, unknown>>;

type DataOf<Name extends keyof EventData, K extends string> = Name extends 'reading'
  ? Omit<EventData['reading'], 'facts'> & { readonly facts: FactsOf<K> }
  : EventData[Name];

/** One event of a reading. Its id, `<reading>.<number>`, is where a later request can continue. */
export type ReadingEvent<K extends string = string> = {
  [Name in keyof EventData]: { readonly id: string; readonly event: Name; readonly data: DataOf<Name, K> };
}[keyof EventData];

export interface ReadOptions {
  /** Origin of the server; default the page's own. */
  readonly url?: string;
  /** API key. */
  readonly key?: string;
  /** Aborting stops the reading on the server, too. */
  readonly signal?: AbortSignal;
  /** Repeating a request with the same key returns the reading that the first one started; default random. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof globalThis.fetch;
  /** Connection attempts after the last received event; default 8, over half a minute. */
  readonly retries?: number;
  /** Milliseconds without any byte after which the connection counts as lost; heartbeats arrive every 10 s. Default 30 000. */
  readonly silenceMs?: number;
}
