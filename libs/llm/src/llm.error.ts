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
  /** The answer is not a completion: HTML, an error object, garbage. */
  | 'llm.invalid_response'
  /** The token limit was reached, or the stream ended without saying that the text is finished. */
  | 'llm.incomplete'
  /** A content filter stopped the prompt or the answer. */
  | 'llm.filtered'
  /** The model declined to answer. */
  | 'llm.refused'
  /** The model finished without any visible text. */
  | 'llm.empty'
  /** The stream broke after text had been shown. */
  | 'llm.truncated';

/** Codes that say how an answer ended. They keep their meaning after text was shown; any other is then `llm.truncated`. */
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

/** Why a section has no (more) text. The message is safe to show to clients: no prompt, key or upstream body in it. */
export class LlmError extends Error {
  readonly retryable: boolean;
  /** How long the upstream asked to wait, bounded; undefined when it did not say. */
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
