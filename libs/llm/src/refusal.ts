import { fieldsOf } from './answers/loose-json.js';
import { errorWords, wordsIn } from './error-words.js';
import { retryAfterMs } from './http/retry-after.js';
import type { LlmErrorCode } from './llm.error.js';
import { UpstreamError, type UpstreamErrorOptions } from './upstream.error.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Codes and types of error objects, from the API references of OpenAI, Azure, Anthropic and compatible servers. */
const CODES: Readonly<Record<string, LlmErrorCode>> = {
  rate_limit_exceeded: 'llm.rate_limited',
  rate_limit_error: 'llm.rate_limited',
  insufficient_quota: 'llm.rate_limited',
  invalid_api_key: 'llm.unauthorized',
  authentication_error: 'llm.unauthorized',
  permission_error: 'llm.unauthorized',
  billing_error: 'llm.unauthorized',
  invalid_request_error: 'llm.rejected',
  BadRequestError: 'llm.rejected',
  not_found_error: 'llm.rejected',
  request_too_large: 'llm.rejected',
  model_not_found: 'llm.rejected',
  context_length_exceeded: 'llm.rejected',
  exceed_context_size_error: 'llm.rejected',
  server_error: 'llm.unavailable',
  api_error: 'llm.unavailable',
  timeout_error: 'llm.unavailable',
  overloaded_error: 'llm.unavailable',
  content_filter: 'llm.filtered',
  content_policy_violation: 'llm.filtered',
  ResponsibleAIPolicyViolation: 'llm.filtered',
  invalid_prompt: 'llm.filtered',
  moderation_blocked: 'llm.filtered',
  data_inspection_failed: 'llm.filtered',
};

/** Words of content filters that answer with a general code, or with the status of a wrong key. */
const FLAGGED =
  /\bflagged\b|moderation|content (?:management )?(?:policy|filter)|ContentPolicyViolation|content exists risk|considered high risk|inappropriate content/i;
/** Words of servers that answer before their model is loaded. */
const LOADING = /\bloading\b|not (?:yet )?(?:loaded|ready)|warming up|starting up/i;
const FAILED = /\b(?:error|fail(?:ed|ure)?|unable|could not)\b/i;

const MESSAGES: Readonly<Record<LlmErrorCode, string>> = {
  'llm.timeout': 'The model did not answer in time.',
  'llm.rate_limited': 'The model accepts no more requests at the moment.',
  'llm.unavailable': 'The model is not available at the moment.',
  'llm.unauthorized': 'The model rejected the API key of this server.',
  'llm.rejected': 'The model rejected the request.',
  'llm.invalid_response': 'The model sent an invalid response.',
  'llm.incomplete': 'The text was not finished.',
  'llm.filtered': 'A content filter of the model stopped the text.',
  'llm.refused': 'The model declined to answer.',
  'llm.empty': 'The model sent no text.',
  'llm.truncated': 'The text broke off.',
};

/** Codes for which a repeated request would fail in the same way. */
const FINAL: ReadonlySet<LlmErrorCode> = new Set(['llm.unauthorized', 'llm.rejected', 'llm.filtered', 'llm.refused']);

const failed = (code: LlmErrorCode, options: UpstreamErrorOptions = {}): UpstreamError =>
  new UpstreamError(code, MESSAGES[code], { final: FINAL.has(code), ...options });

/**
 * The error for a response with a status other than 2xx. Contains nothing of the body, which may quote the prompt or
 * the key.
 */
export function refusal(status: number, headers: Headers, body: string, adapted = false): UpstreamError {
  const error = errorIn(body);
  const { text } = errorWords(body);
  const filtered = status < 500 && (codeOfObject(error) === 'llm.filtered' || FLAGGED.test(text));
  const code = filtered ? 'llm.filtered' : codeOfStatus(status);
  // OpenAI's header that forbids or permits a retry; its SDK follows it, too.
  const noRetry = headers['x-should-retry'] === 'false';
  const final = noRetry || FINAL.has(code) || isQuota(error);
  const loading = status === 503 && saysLoading(text);
  return failed(code, { retryAfterMs: retryAfterMs(headers, body), final, adapted, loading });
}

/** The error for an error object sent in place of a chunk of a 2xx response. */
export function refusalIn(error: unknown): UpstreamError {
  const text = wordsIn(error);
  const code = FLAGGED.test(text) ? 'llm.filtered' : (codeOfObject(error) ?? 'llm.unavailable');
  const loading = fieldsOf(error)['code'] === 503 && saysLoading(text);
  return failed(code, { final: FINAL.has(code) || isQuota(error), loading });
}

/** The error for an answer that ended without a complete text. */
export const unfinished = (
  code: 'llm.incomplete' | 'llm.filtered' | 'llm.refused' | 'llm.unavailable' | 'llm.empty',
  options: UpstreamErrorOptions = {},
): UpstreamError => failed(code, options);

export const invalidResponse = (): UpstreamError => failed('llm.invalid_response');

export const unavailable = (): UpstreamError => failed('llm.unavailable');

export const truncated = (cause?: unknown): UpstreamError => failed('llm.truncated', { cause });

export const timedOut = (message: string, final = false): UpstreamError =>
  new UpstreamError('llm.timeout', message, { final });

/** The error for a connection that was refused, reset or timed out. */
export const unreachable = (cause: unknown): UpstreamError => failed('llm.unavailable', { cause });

/**
 * The error for a request that was not sent: the breaker is open, or the pause lasts longer than the section may.
 * @param waitMs milliseconds until a request may be sent
 */
export const rejectedLocally = (code: 'llm.unavailable' | 'llm.rate_limited', waitMs: number): UpstreamError =>
  failed(code, { retryAfterMs: Math.max(0, Math.ceil(waitMs)), sent: false });

const saysLoading = (text: string): boolean => LOADING.test(text) && !FAILED.test(text);

function codeOfStatus(status: number): LlmErrorCode {
  if (status < 400) return 'llm.invalid_response';
  if (status === 401 || status === 403) return 'llm.unauthorized';
  if (status === 429) return 'llm.rate_limited';
  // 408 and 409 are transient: OpenAI's SDK retries both.
  if (status >= 500 || status === 408 || status === 409) return 'llm.unavailable';
  return 'llm.rejected';
}

function codeOfObject(error: unknown): LlmErrorCode | undefined {
  const { code, type, innererror, status } = fieldsOf(error);
  const known = [fieldsOf(innererror)['code'], code, type].map((name) => CODES[String(name)]).find(Boolean);
  if (known) return known;
  const number = [code, status].map(Number).find((value) => value >= 400 && value < 600);
  return number === undefined ? undefined : codeOfStatus(number);
}

/** Whether the account's quota is used up: waiting does not help. */
const isQuota = (error: unknown): boolean => fieldsOf(error)['code'] === 'insufficient_quota';

function errorIn(body: string): unknown {
  try {
    const value = JSON.parse(body) as unknown;
    return fieldsOf(Array.isArray(value) ? value[0] : value)['error'];
  } catch {
    return undefined;
  }
}
