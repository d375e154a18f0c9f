import { type Embedder, readsQuery } from '@app/embedding';
import type { EntityLinker } from './entity-linker.js';
import { gloss } from './gloss.js';

/** The embedding of a question. */
export interface QueryVector {
  /** Unit-length vector. */
  readonly values: Float32Array;
  /** How well the vector represents the question, 0 to 1: 1 for the question itself, less for a gloss. */
  readonly confidence: number;
}

export interface QueryVectorOptions {
  /**
   * Provides the English gloss for a question in a script that the model does not support; without it, such a question
   * has no vector.
   */
  readonly linker?: EntityLinker;
  readonly signal: AbortSignal;
}

/**
 * Returns a function that computes the question's vector at most once, however many retrievers call it. If the model
 * does not support the question's script, the vector is that of the gloss, or undefined.
 */
export function queryVector(
  embedder: Embedder,
  text: string,
  options: QueryVectorOptions,
): () => Promise<QueryVector | undefined> {
  let vector: Promise<QueryVector | undefined> | undefined;
  return () => (vector ??= embedQuestion(embedder, text, options));
}

async function embedQuestion(
  embedder: Embedder,
  text: string,
  { linker, signal }: QueryVectorOptions,
): Promise<QueryVector | undefined> {
  const readable = readsQuery(embedder, text) ? { text, confidence: 1 } : linker && gloss(text, linker);
  if (!readable || !readsQuery(embedder, readable.text)) return undefined;
  const [values] = await embedder.embed([readable.text], signal, 'query');
  return values && { values, confidence: readable.confidence };
}
