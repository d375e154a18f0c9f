/** An explanation in both languages. */
interface Explanation {
  readonly ko: string;
  readonly en: string;
}

/** Input that matches the schema but names something that does not exist, such as a day, a card or a time zone. */
export class ReadingInputError extends Error {
  readonly code = 'input.impossible';

  constructor(
    /** Path of the field, as in `birth.date`. */
    readonly field: string,
    /** The message is the English one. */
    readonly text: Explanation,
  ) {
    super(text.en);
  }

  /** The same error about a field with another path. */
  at(field: string): ReadingInputError {
    return new ReadingInputError(field, this.text);
  }
}
