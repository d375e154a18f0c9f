export type EmbeddingErrorCode = 'embedding.busy' | 'embedding.timeout' | 'embedding.unavailable' | 'embedding.invalid';

/** Why no vector came back. `busy` and `unavailable` may succeed when tried again. */
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

/** A server takes fewer texts or shorter ones. */
export class TooLargeError extends EmbeddingError {
  constructor(message: string) {
    super('embedding.invalid', message);
  }
}
