/** With `RETRIEVAL_POLICY=fail`: no retriever answered, so no section is written. */
export class UngroundedReadingError extends Error {
  readonly code = 'retrieval.failed';
  readonly retryable = true;

  constructor() {
    super('None of the knowledge sources answered. Please try again in a moment.');
  }
}

export type ReadingErrorCode =
  | 'reading.unknown_kind'
  | 'reading.unknown'
  | 'reading.expired'
  | 'reading.failed'
  | 'reading.cancelled'
  | 'reading.log_unavailable'
  | 'idempotency.mismatch'
  | 'server.draining';

export interface ReadingErrorOptions extends ErrorOptions {
  /** Safe to show to clients; default is the description of the code. */
  readonly message?: string;
  /** The failed sections, each with the reason. */
  readonly failures?: readonly { readonly field: string; readonly message: string }[];
}

/** A request that cannot be answered with a reading. Translated to a problem document by the HTTP filter. */
export class ReadingError extends Error {
  readonly failures: readonly { readonly field: string; readonly message: string }[];

  constructor(
    readonly code: ReadingErrorCode,
    { message = '', failures = [], ...options }: ReadingErrorOptions = {},
  ) {
    super(message, options);
    this.failures = failures;
  }
}
