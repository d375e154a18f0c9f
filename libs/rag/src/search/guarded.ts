import { KnowledgeUnavailableError } from '@app/knowledge';
import { RetrieverError } from '../retriever.error.js';

/**
 * Keeps a retriever's promise: rejects with the abort reason as soon as the signal says so, with RetrieverError on
 * anything else.
 */
export async function guarded<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } catch (error) {
    if (signal.aborted || error instanceof RetrieverError) throw error;
    if (error instanceof KnowledgeUnavailableError)
      throw new RetrieverError('retriever.unavailable', error.message, { cause: error });
    throw new RetrieverError('retriever.failed', 'the knowledge tables could not be searched', { cause: error });
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** A query without its vector is still a query: words alone decide when the embedder is busy or away. */
export async function vectorOrNone(
  vector: () => Promise<Float32Array | undefined>,
  signal: AbortSignal,
): Promise<Float32Array | undefined> {
  try {
    return await vector();
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}
