import { LlmError, type LlmErrorCode } from './llm.error.js';

export interface UpstreamErrorOptions extends ErrorOptions {
  readonly retryAfterMs?: number | undefined;
  readonly final?: boolean;
  readonly sent?: boolean;
  readonly adapted?: boolean;
  readonly loading?: boolean;
}

/** An LlmError with additional fields for the policies, which clients do not need. */
export class UpstreamError extends LlmError {
  /** A retry would be pointless: the request itself is rejected, or its time is used up. */
  readonly final: boolean;
  /** False when the request was never sent: the breaker was open, or the upstream's pause too long. */
  readonly sent: boolean;
  /** Whether the next request will avoid the cause: without a rejected parameter, or with more tokens. */
  readonly adapted: boolean;
  /** The server answers, but is still loading its model. */
  readonly loading: boolean;

  constructor(
    code: LlmErrorCode,
    message: string,
    { final = false, sent = true, adapted = false, loading = false, ...options }: UpstreamErrorOptions = {},
  ) {
    super(code, message, options);
    this.final = final;
    this.sent = sent;
    this.adapted = adapted;
    this.loading = loading;
  }
}

/** Converts any error. An unexpected one is a fault of this server; it is final, so that the request is not retried. */
export const asUpstreamError = (error: unknown): UpstreamError =>
  error instanceof UpstreamError
    ? error
    : new UpstreamError('llm.unavailable', 'The request to the model failed.', { cause: error, final: true });
