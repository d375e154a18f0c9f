import type { Locale } from '@app/text';

/** Options of each command as parsed by commander. */

export interface IngestOptions {
  readonly collection: string;
  readonly prune?: boolean;
  readonly lang?: Locale;
  readonly graph?: boolean;
  readonly strict?: boolean;
  /** Seconds for parsing one file. */
  readonly timeout: number;
}

export interface RebuildOptions {
  readonly ifStale?: boolean;
}

export interface SearchOptions {
  readonly collection?: string;
  readonly limit: number;
  readonly json?: boolean;
  /** URL of the server to use; false to search in this process. */
  readonly server?: string | false;
}

export interface EvalOptions {
  readonly mode: 'lexical' | 'vector' | 'hybrid';
  readonly rerank?: boolean;
  readonly json?: boolean;
  readonly run?: string;
}

export interface PromptsOptions {
  readonly locale: Locale;
  readonly section?: string;
  readonly body?: string;
  readonly json?: boolean;
}
