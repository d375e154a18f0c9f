/** Input of the right shape that names something that does not exist: a day, a card, a time zone. */
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
