import type { Embedder } from '@app/embedding';
import type { EntityLinker } from '../entity-linker.js';
import type { Reranker } from '../rerank/reranker.js';
import type { Retriever } from '../retriever.js';

export const EVALUATION_MODES = ['lexical', 'vector', 'hybrid'] as const;
export type EvaluationMode = (typeof EVALUATION_MODES)[number];

export interface EvaluateOptions {
  readonly mode: EvaluationMode;
  readonly embedder: Embedder;
  /** Provides an English gloss for questions in a script that the model does not support. */
  readonly linker?: EntityLinker;
  /**
   * Retriever to evaluate when the folder has no `corpus.jsonl`, for instance `domain` for the built-in knowledge
   * files.
   */
  readonly retriever?: Retriever;
  /** Reranks the results of a search over `corpus.jsonl`; a retriever uses its own reranker. */
  readonly reranker?: Reranker;
  readonly signal?: AbortSignal;
  /** Called with the number of documents written to the temporary collection so far. */
  readonly onProgress?: (done: number, total: number) => void;
}
