import {
  type ReadOptions,
  type Reading,
  ReadingError,
  follow,
  read,
} from '../../../../clients/typescript/src/index.js';

export { type Reading, ReadingError };

/** About a quarter of a minute in total; a person would not wait longer without a message. */
const RETRIES = 6;

export interface PageOptions extends Pick<ReadOptions, 'signal' | 'onRetry'> {
  /** API key; may be empty. */
  readonly key: string;
}

export interface StartRequest {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Requests a new text instead of a cached one. */
  readonly isRepeated?: boolean;
}

/** Starts a reading. Aborting the signal also stops it on the server. */
export const startReading = ({ kind, body, isRepeated = false }: StartRequest, options: PageOptions): Reading =>
  read(kind, body, { ...options, retries: RETRIES, ...(isRepeated && { headers: { 'Cache-Control': 'no-cache' } }) });

/** Replays a reading from its first event. */
export const openReading = (id: string, options: PageOptions): Reading => follow(id, { ...options, retries: RETRIES });
