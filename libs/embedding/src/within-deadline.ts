import { EmbeddingError } from './embedding.error.js';

/**
 * Runs the work with a signal that is also aborted after `timeoutMs`.
 * @throws the outer signal's reason if that was aborted, EmbeddingError `embedding.timeout` after `timeoutMs`.
 */
export async function withinDeadline<Result>(
  signal: AbortSignal,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(timedOut(timeoutMs)), timeoutMs);
  try {
    return await work(AbortSignal.any([signal, deadline.signal]));
  } finally {
    clearTimeout(timer);
  }
}

const timedOut = (timeoutMs: number) => new EmbeddingError('embedding.timeout', `no vector within ${timeoutMs} ms`);
