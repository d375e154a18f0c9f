import { EmbeddingError } from '@app/embedding';
import { type ProblemCode, ProblemError } from './problem.error.js';

/** Codes after which the same request may succeed a moment later. */
const RETRY_AFTER_SECONDS: Partial<Record<ProblemCode, number>> = {
  'embedding.busy': 1,
  'embedding.unavailable': 2,
};

/** The problem a client sees for an embedding error; undefined for others. */
export function translateError(error: unknown): ProblemError | undefined {
  if (!(error instanceof EmbeddingError)) return undefined;
  const seconds = RETRY_AFTER_SECONDS[error.code];
  return new ProblemError(error.code, {
    cause: error,
    ...(seconds && { headers: { 'Retry-After': String(seconds) } }),
  });
}
