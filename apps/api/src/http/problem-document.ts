import type { ProblemError } from './problem.error.js';

/** The body of an `application/problem+json` answer. */
export function problemDocument({ code, status, title, message, retryable, errors }: ProblemError, requestId: string) {
  const type = `/docs/errors#${code}`;
  return JSON.stringify({ type, title, status, detail: message, code, requestId, retryable, errors });
}
