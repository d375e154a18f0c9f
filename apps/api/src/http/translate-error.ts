import { ReadingInputError } from '@app/divination';
import { ReadingError, type ReadingErrorCode, UngroundedReadingError } from '@app/readings';
import { ProblemError } from './problem.error.js';

/** The same delays as for requests that are rejected for the same reason. */
const RETRY_AFTER_SECONDS: Readonly<Partial<Record<ReadingErrorCode, string>>> = {
  'reading.log_unavailable': '1',
  'server.draining': '2',
};

/** The problem document for a domain error; undefined for other errors. */
export function translateError(error: unknown): ProblemError | undefined {
  if (error instanceof ReadingInputError) {
    const { field, text, message } = error;
    const errors = [{ field, message, messageKo: text.ko }];
    return new ProblemError('input.impossible', { detail: message, detailKo: text.ko, errors, cause: error });
  }
  if (error instanceof UngroundedReadingError)
    return new ProblemError('retrieval.failed', { headers: { 'Retry-After': '2' } });
  if (error instanceof ReadingError) return readingProblem(error);
  return undefined;
}

function readingProblem(cause: ReadingError): ProblemError {
  const { code, message, failures: errors } = cause;
  const retryAfter = RETRY_AFTER_SECONDS[code];
  const retry = retryAfter !== undefined && { headers: { 'Retry-After': retryAfter } };
  return new ProblemError(code, { ...(message && { detail: message }), errors, ...retry, cause });
}
