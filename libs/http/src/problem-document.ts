import type { HttpProblem } from './http-problem.error.js';

/** The body of an `application/problem+json` response. */
export function problemDocument({ code, status, title, message, retryable, errors }: HttpProblem, requestId: string) {
  const type = `/docs/errors#${code}`;
  return JSON.stringify({ type, title, status, detail: message, code, requestId, retryable, errors });
}

/** `type` of an error in OpenAI's shape, by status. */
const OPENAI_TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  429: 'rate_limit_error',
};

/** The same with the field that OpenAI clients read: `{"error":{message,type,param,code}}`. */
export function openAiProblemDocument(problem: HttpProblem, requestId: string): string {
  const { status, code, message: detail, errors } = problem;
  const type = OPENAI_TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'server_error');
  const message = [detail, ...errors.map(({ field, message: why }) => `${field}: ${why}`)].join(' ');
  const document = JSON.parse(problemDocument(problem, requestId)) as object;
  return JSON.stringify({ ...document, error: { message, type, param: errors[0]?.field ?? null, code } });
}
