export type LlmErrorCode =
  /** A deadline passed: connect, first token, between tokens or section. */
  | 'llm.timeout'
  | 'llm.rate_limited'
  /** Connection refused or reset before the first token, 5xx, or circuit breaker open. */
  | 'llm.unavailable'
  /** 401 or 403: the key is wrong. */
  | 'llm.unauthorized'
  /** 400, 404, 422: the request or the model name is wrong. */
  | 'llm.rejected'
  /** The response is not a completion: HTML, malformed JSON, another kind of document. */
  | 'llm.invalid_response'
  /** The token limit was reached, or the answer ended without text and without a finish reason. */
  | 'llm.incomplete'
  /** A content filter stopped the prompt or the answer. */
  | 'llm.filtered'
  /** The model declined to answer. */
  | 'llm.refused'
  /** The model finished without any visible text. */
  | 'llm.empty'
  /** The stream broke after text had been shown. */
  | 'llm.truncated';

/**
 * Codes that describe how an answer ended. They are kept after text was shown; any other code becomes `llm.truncated`.
 */
export const ANSWER_ENDINGS: ReadonlySet<string> = new Set<LlmErrorCode>([
  'llm.incomplete',
  'llm.filtered',
  'llm.refused',
  'llm.truncated',
]);

const RETRYABLE: ReadonlySet<LlmErrorCode> = new Set([
  'llm.timeout',
  'llm.rate_limited',
  'llm.unavailable',
  'llm.invalid_response',
  'llm.incomplete',
  'llm.empty',
  'llm.truncated',
]);

/**
 * Why a section has no text, or no further text. The message is safe to show to clients: it contains no prompt, key or
 * upstream body.
 */
export class LlmError extends Error {
  readonly retryable: boolean;
  /** Time in ms after which a retry makes sense, at most 30 s; undefined when it is unknown. */
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly code: LlmErrorCode,
    message: string,
    { retryAfterMs, ...options }: ErrorOptions & { readonly retryAfterMs?: number | undefined } = {},
  ) {
    super(message, options);
    this.retryable = RETRYABLE.has(code);
    this.retryAfterMs = retryAfterMs;
  }
}
