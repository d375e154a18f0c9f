import { Inject } from '@nestjs/common';
import type { RetrievalQuery } from './retriever.js';

/** A record whose meaning is similar to the question's. */
export interface Neighbour {
  /** Record id, which is also the node id. */
  readonly id: string;
  /** Cosine, 0 to 1. */
  readonly similarity: number;
}

/** Finds records by vector similarity, for retrievers whose main search is different. */
export interface NeighbourSource {
  /**
   * Returns at most `limit` records, nearest first; empty when the query has no vector. Rejects with the abort reason
   * or another error; callers continue without neighbours after the latter.
   */
  neighbours(query: RetrievalQuery, limit: number, signal: AbortSignal): Promise<readonly Neighbour[]>;
}

export const NEIGHBOUR_SOURCE = Symbol('rag.NEIGHBOUR_SOURCE');
export const InjectNeighbourSource = () => Inject(NEIGHBOUR_SOURCE);
