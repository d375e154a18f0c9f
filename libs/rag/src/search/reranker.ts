import { Inject } from '@nestjs/common';
import type { FusedHit } from '../fusion/fused-hit.js';
import type { RetrievalQuery } from '../retriever.js';

/** Reorders what a search has found, for instance by a cross-encoder. */
export interface Reranker {
  /** Hits it is given at most; more are cut before. */
  readonly depth: number;
  /** The same hits, best first, with scores of its own from 0 to 1. An aborted signal rejects with its reason; any
   *  other error leaves the order as it was. */
  rerank(query: RetrievalQuery, hits: readonly FusedHit[], signal: AbortSignal): Promise<readonly FusedHit[]>;
}

export const RERANKER = Symbol('rag.RERANKER');
export const InjectReranker = () => Inject(RERANKER);

/** No reranking: the fused order stands. */
export const keepOrder: Reranker = {
  depth: Infinity,
  rerank: async (_query, hits) => hits,
};
