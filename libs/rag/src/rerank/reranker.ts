import { Inject } from '@nestjs/common';
import type { FusedHit } from '../fusion/fused-hit.js';

/** Reorders the best hits of a search, for instance by a cross-encoder. */
export interface Reranker {
  /** Hits it takes from the top; 0 when it never reorders. */
  readonly depth: number;
  /** The same hits, best first, scored from 0 to 1. Unchanged on any failure; an aborted signal rejects with its reason. */
  rerank(question: string, hits: readonly FusedHit[], signal: AbortSignal): Promise<readonly FusedHit[]>;
}

export const RERANKER = Symbol('rag.RERANKER');
export const InjectReranker = () => Inject(RERANKER);

/** No reranking: the fused order stands. */
export const keepOrder: Reranker = { depth: 0, rerank: async (_question, hits) => hits };
