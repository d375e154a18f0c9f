import type { HttpProblem } from './http-problem.error.js';

/** The body of an `application/problem+json` response. */
export function problemDocument({ code, status, title, message, retryable, errors }: HttpProblem, requestId: string) {
  const type = `/docs/errors#${code}`;
  return JSON.stringify({ type, title, status, detail: message, code, requestId, retryable, errors });
}
