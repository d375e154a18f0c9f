export type RetrieverErrorCode = 'retriever.unavailable' | 'retriever.failed';

/** A retriever failed. The message is for operators and never contains user input. */
export class RetrieverError extends Error {
  constructor(
    readonly code: RetrieverErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
