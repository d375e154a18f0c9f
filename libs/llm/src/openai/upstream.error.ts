import { LlmError, type LlmErrorCode } from '../llm.error.js';

export interface UpstreamErrorOptions extends ErrorOptions {
  readonly retryAfterMs?: number;
  readonly final?: boolean;
  readonly sent?: boolean;
}

/** An LlmError with what the policies must know and clients need not. */
export class UpstreamError extends LlmError {
  /** Sending the same again would be pointless: it is rejected for what it is, or its time is used up. */
  readonly final: boolean;
  /** False when the upstream has never seen it: held back by an open breaker, or by a pause it has no time for. */
  readonly sent: boolean;

  constructor(
    code: LlmErrorCode,
    message: string,
    { final = false, sent = true, ...options }: UpstreamErrorOptions = {},
  ) {
    super(code, message, options);
    this.final = final;
    this.sent = sent;
  }
}

/** What the policies take an unexpected error for: the upstream is not to be blamed twice for our mistake. */
export const asUpstreamError = (error: unknown): UpstreamError =>
  error instanceof UpstreamError ? error : new UpstreamError('llm.unavailable', FAILED, { cause: error, final: true });

export const FAILED = 'The model could not be asked.';
