import { EmbeddingError } from './embedding.error.js';

/**
 * Runs the work under a signal that also fires after `timeoutMs`.
 * @throws the outer signal's reason when that was aborted, EmbeddingError `embedding.timeout` when the time was up.
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
