import { LlmError, type LlmErrorCode } from './llm.error.js';

export interface UpstreamErrorOptions extends ErrorOptions {
  readonly retryAfterMs?: number | undefined;
  readonly final?: boolean;
  readonly sent?: boolean;
  readonly adapted?: boolean;
}

/** An LlmError with what the policies must know and clients need not. */
export class UpstreamError extends LlmError {
  /** Sending the same again would be pointless: the request itself is rejected, or its time is used up. */
  readonly final: boolean;
  /** False when the upstream has never seen it: the breaker was open, or a pause too long. */
  readonly sent: boolean;
  /** The upstream rejected a parameter, and the next request will do without it. */
  readonly adapted: boolean;

  constructor(
    code: LlmErrorCode,
    message: string,
    { final = false, sent = true, adapted = false, ...options }: UpstreamErrorOptions = {},
  ) {
    super(code, message, options);
    this.final = final;
    this.sent = sent;
    this.adapted = adapted;
  }
}

/** An unexpected error is a fault of this server: it is final, so that it is not sent again. */
export const asUpstreamError = (error: unknown): UpstreamError =>
  error instanceof UpstreamError
    ? error
    : new UpstreamError('llm.unavailable', 'The request to the model failed.', { cause: error, final: true });
