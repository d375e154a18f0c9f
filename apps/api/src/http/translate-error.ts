import { ReadingInputError } from '@app/divination';
import { UngroundedReadingError } from '@app/readings';
import { ProblemError } from './problem.error.js';

/** The problem a client sees for a domain error; undefined for others. */
export function translateError(error: unknown): ProblemError | undefined {
  if (error instanceof ReadingInputError) {
    const { field, message } = error;
    return new ProblemError('input.impossible', { detail: message, errors: [{ field, message }], cause: error });
  }
  if (error instanceof UngroundedReadingError)
    return new ProblemError('retrieval.failed', { headers: { 'Retry-After': '2' } });
  return undefined;
}
