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
