import { type Embedder, readsQuery } from '@app/embedding';
import type { EntityLinker } from './entity-linker.js';
import { gloss } from './gloss.js';

/** What a question means to the embedding model. */
export interface QueryVector {
  /** Unit length. */
  readonly values: Float32Array;
  /** 0 to 1: how much of the question it stands for; 1 for the question itself, less for a gloss. */
  readonly confidence: number;
}

export interface QueryVectorOptions {
  /** Finds the English names that stand for a question the model does not read; without it such a question has no vector. */
  readonly linker?: EntityLinker;
  readonly signal: AbortSignal;
}

/**
 * The question's vector, computed at most once however many retrievers ask. A question in a script the model does not
 * read has the vector of its gloss, or none.
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
