import { Inject } from '@nestjs/common';
import type { FusedHit } from '../fusion/fused-hit.js';

/** Reorders the best hits of a search, for instance by a cross-encoder. */
export interface Reranker {
  /** Number of top hits to rerank; 0 when it never reorders. */
  readonly depth: number;
  /**
   * Returns the same hits, best first, scored from 0 to 1. After any failure the hits are unchanged; an aborted signal
   * rejects with its reason.
   */
  rerank(question: string, hits: readonly FusedHit[], signal: AbortSignal): Promise<readonly FusedHit[]>;
}

export const RERANKER = Symbol('rag.RERANKER');
export const InjectReranker = () => Inject(RERANKER);

/** No reranking: the hits keep their fused order. */
export const keepOrder: Reranker = { depth: 0, rerank: async (_question, hits) => hits };
