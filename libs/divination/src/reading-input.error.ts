/** Input that matches the schema but names something that does not exist, such as a day, a card or a time zone. */
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
