export type EmbeddingErrorCode = 'embedding.busy' | 'embedding.timeout' | 'embedding.unavailable' | 'embedding.invalid';

/** An embedding failed. `busy`, `timeout` and `unavailable` may succeed when tried again. */
export class EmbeddingError extends Error {
  readonly retryable: boolean;

  constructor(
    readonly code: EmbeddingErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.retryable = code !== 'embedding.invalid';
  }
}

/** The request exceeds the server's limit of texts or of the length of a text. */
export class TooLargeError extends EmbeddingError {
  constructor(message: string) {
    super('embedding.invalid', message);
  }
}
