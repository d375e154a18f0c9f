import { untilAborted } from '@app/embedding';
import { KnowledgeUnavailableError } from '@app/knowledge';
import { RetrieverError } from '../retriever.error.js';

/** Runs a retriever's work: rejects with the abort reason as soon as the signal fires, with RetrieverError otherwise. */
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
