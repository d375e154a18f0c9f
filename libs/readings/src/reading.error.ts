/** Input of the right shape that names something that cannot be: a date that never was, a card that is none. */
export class ReadingInputError extends Error {
  readonly code = 'input.impossible';

  constructor(
    /** Path of the field, as in `birth.date`. */
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** With `RETRIEVAL_POLICY=fail`: nothing could be looked up, so nothing is written. */
export class UngroundedReadingError extends Error {
  readonly code = 'retrieval.failed';
  readonly retryable = true;

  constructor() {
    super('None of the knowledge sources answered. Please try again in a moment.');
  }
}
