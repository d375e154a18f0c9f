import { EmbeddingError } from '@app/embedding';
import { type ProblemCode, ProblemError } from './problem.error.js';

/** Codes for which the same request may soon succeed, with the value of `Retry-After`. */
const RETRY_AFTER_SECONDS: Partial<Record<ProblemCode, number>> = {
  'embedding.busy': 1,
  'embedding.unavailable': 2,
};

/** The problem document for an embedding error; undefined for other errors. */
export function translateError(error: unknown): ProblemError | undefined {
  if (!(error instanceof EmbeddingError)) return undefined;
  const seconds = RETRY_AFTER_SECONDS[error.code];
  return new ProblemError(error.code, {
    cause: error,
    ...(seconds && { headers: { 'Retry-After': String(seconds) } }),
  });
}
