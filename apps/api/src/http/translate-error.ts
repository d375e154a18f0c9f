import { ReadingInputError } from '@app/divination';
import { ReadingError, UngroundedReadingError } from '@app/readings';
import { ProblemError } from './problem.error.js';

/** The problem a client sees for a domain error; undefined for others. */
export function translateError(error: unknown): ProblemError | undefined {
  if (error instanceof ReadingInputError) {
    const { field, message } = error;
    return new ProblemError('input.impossible', { detail: message, errors: [{ field, message }], cause: error });
  }
  if (error instanceof UngroundedReadingError)
    return new ProblemError('retrieval.failed', { headers: { 'Retry-After': '2' } });
  if (error instanceof ReadingError) return readingProblem(error);
  return undefined;
}

function readingProblem(cause: ReadingError): ProblemError {
  const { code, message, failures: errors } = cause;
  const retry = code === 'reading.log_unavailable' && { headers: { 'Retry-After': '1' } };
  return new ProblemError(code, { ...(message && { detail: message }), errors, ...retry, cause });
}
