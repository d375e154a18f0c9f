import { untilAborted } from '@app/embedding';
import { KnowledgeUnavailableError } from '@app/knowledge';
import { RetrieverError } from '../retriever.error.js';

/**
 * Runs a retriever's work. Rejects with the abort reason as soon as the signal is aborted, otherwise with
 * RetrieverError.
 */
export async function guarded<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  signal.throwIfAborted();
  try {
    return await untilAborted(work(), signal);
  } catch (error) {
    if (signal.aborted || error instanceof RetrieverError) throw error;
    if (error instanceof KnowledgeUnavailableError)
      throw new RetrieverError('retriever.unavailable', error.message, { cause: error });
    throw new RetrieverError('retriever.failed', 'the knowledge tables could not be searched', { cause: error });
  }
}

/** Returns the fallback when the work fails. An abort rejects. */
export async function withFallback<Value>(
  work: () => Promise<Value>,
  fallback: Value,
  signal: AbortSignal,
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw error;
    return fallback;
  }
}
