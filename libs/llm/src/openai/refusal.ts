import type { LlmErrorCode } from '../llm.error.js';
import { retryAfterMs } from './retry-after.js';
import { UpstreamError } from './upstream.error.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Codes and types of error objects that name their kind, from OpenAI's reference and from servers that follow it. */
const CODES: Readonly<Record<string, LlmErrorCode>> = {
  rate_limit_exceeded: 'llm.rate_limited',
  rate_limit_error: 'llm.rate_limited',
  insufficient_quota: 'llm.rate_limited',
  invalid_api_key: 'llm.unauthorized',
  authentication_error: 'llm.unauthorized',
  permission_error: 'llm.unauthorized',
  invalid_request_error: 'llm.rejected',
  model_not_found: 'llm.rejected',
  context_length_exceeded: 'llm.rejected',
  server_error: 'llm.unavailable',
  api_error: 'llm.unavailable',
  overloaded_error: 'llm.unavailable',
};

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

const FINAL: ReadonlySet<LlmErrorCode> = new Set(['llm.unauthorized', 'llm.rejected']);

/** An answer with a status other than 2xx. Nothing of its body gets into the error: it may repeat the prompt or the key. */
export function refusal(status: number, headers: Headers, body: string): UpstreamError {
  const code = codeOfStatus(status);
  // OpenAI's own word on whether another try makes sense; its SDK obeys it too.
  const told = headers['x-should-retry'] === 'false';
  return new UpstreamError(code, MESSAGES[code], {
    retryAfterMs: retryAfterMs(headers),
    final: told || FINAL.has(code) || isQuota(errorIn(body)),
  });
}

/** An error object where a completion should be: in a 200, or in the middle of a stream. */
export function refusalIn(error: unknown): UpstreamError {
  const code = codeOfObject(error);
  return new UpstreamError(code, MESSAGES[code], { final: FINAL.has(code) || isQuota(error) });
}

export const invalidResponse = (): UpstreamError =>
  new UpstreamError('llm.invalid_response', MESSAGES['llm.invalid_response']);

export const truncated = (cause?: unknown): UpstreamError =>
  new UpstreamError('llm.truncated', MESSAGES['llm.truncated'], { cause });

export const timedOut = (message: string, final = false): UpstreamError =>
  new UpstreamError('llm.timeout', message, { final });

/** Refused, reset or timed out below HTTP. */
export const unreachable = (cause: unknown): UpstreamError =>
  new UpstreamError('llm.unavailable', MESSAGES['llm.unavailable'], { cause });

/** Never sent, since the upstream is known not to answer; `retryAfterMs` until it is tried again. */
export const heldBack = (code: 'llm.unavailable' | 'llm.rate_limited', waitMs: number): UpstreamError =>
  new UpstreamError(code, MESSAGES[code], { retryAfterMs: Math.max(0, Math.ceil(waitMs)), sent: false });

function codeOfStatus(status: number): LlmErrorCode {
  if (status < 400) return 'llm.invalid_response';
  if (status === 401 || status === 403) return 'llm.unauthorized';
  if (status === 429) return 'llm.rate_limited';
  // 408 and 409 pass, says OpenAI's SDK, which retries both.
  if (status >= 500 || status === 408 || status === 409) return 'llm.unavailable';
  return 'llm.rejected';
}

function codeOfObject(error: unknown): LlmErrorCode {
  const { code, type } = fieldsOf(error);
  if (typeof code === 'number') return codeOfStatus(code);
  return CODES[String(code)] ?? CODES[String(type)] ?? 'llm.unavailable';
}

/** No money left: waiting does not help. */
const isQuota = (error: unknown): boolean => fieldsOf(error).code === 'insufficient_quota';

const fieldsOf = (error: unknown): { readonly code?: unknown; readonly type?: unknown } =>
  typeof error === 'object' && error !== null ? error : {};

function errorIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { error?: unknown } | null)?.error;
  } catch {
    return undefined;
  }
}
