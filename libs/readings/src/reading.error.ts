/** With `RETRIEVAL_POLICY=fail`: nothing could be looked up, so nothing is written. */
export class UngroundedReadingError extends Error {
  readonly code = 'retrieval.failed';
  readonly retryable = true;

  constructor() {
    super('None of the knowledge sources answered. Please try again in a moment.');
  }
}
