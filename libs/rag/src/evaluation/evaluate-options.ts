import type { Embedder } from '@app/embedding';
import type { EntityLinker } from '../entity-linker.js';
import type { Reranker } from '../rerank/reranker.js';
import type { Retriever } from '../retriever.js';

export const EVALUATION_MODES = ['lexical', 'vector', 'hybrid'] as const;
export type EvaluationMode = (typeof EVALUATION_MODES)[number];

export interface EvaluateOptions {
  readonly mode: EvaluationMode;
  readonly embedder: Embedder;
  /** Glosses questions the model does not read. */
  readonly linker?: EntityLinker;
  /** Who is asked when the folder has no `corpus.jsonl`: `domain`, to measure the pack itself. */
  readonly retriever?: Retriever;
  /** Reorders what a search over `corpus.jsonl` finds; a retriever has its own. */
  readonly reranker?: Reranker;
  readonly signal?: AbortSignal;
  /** Called with the number of documents in the temporary collection so far. */
  readonly onProgress?: (done: number, total: number) => void;
}
