export type LlmErrorCode =
  /** A deadline passed: connect, first token, between tokens or section. */
  | 'llm.timeout'
  | 'llm.rate_limited'
  /** Refused, reset before the first token, 5xx, breaker open. */
  | 'llm.unavailable'
  /** 401 or 403: the key is wrong. */
  | 'llm.unauthorized'
  /** 400, 404, 422: the request or the model name is wrong. */
  | 'llm.rejected'
  /** What came back is no completion: HTML, an error object, garbage. */
  | 'llm.invalid_response'
  /** The stream broke after text had been shown. */
  | 'llm.truncated';

const RETRYABLE: ReadonlySet<LlmErrorCode> = new Set([
  'llm.timeout',
  'llm.rate_limited',
  'llm.unavailable',
  'llm.invalid_response',
  'llm.truncated',
]);

/** Why a section has no (more) text. The message is fit for a client: it holds no prompt, key or upstream body. */
export class LlmError extends Error {
  readonly retryable: boolean;
  /** What the upstream asked to wait, when it said so. */
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly code: LlmErrorCode,
    message: string,
    { retryAfterMs, ...options }: ErrorOptions & { readonly retryAfterMs?: number } = {},
  ) {
    super(message, options);
    this.retryable = RETRYABLE.has(code);
    this.retryAfterMs = retryAfterMs;
  }
}
