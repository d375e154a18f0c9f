export type RetrieverErrorCode = 'retriever.unavailable' | 'retriever.failed';

/** Why a retriever has no answer. The message is for operators: it never holds the user's words. */
export class RetrieverError extends Error {
  constructor(
    readonly code: RetrieverErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
