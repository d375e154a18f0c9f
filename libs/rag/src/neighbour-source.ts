import { Inject } from '@nestjs/common';
import type { RetrievalQuery } from './retriever.js';

/** A record that means something like the question, whatever its words. */
export interface Neighbour {
  /** Record id, which is the node's id as well. */
  readonly id: string;
  /** Cosine, 0 to 1. */
  readonly similarity: number;
}

/** Finds records by meaning, for retrievers that look for something else first. */
export interface NeighbourSource {
  /** Nearest first, at most `limit`; empty when the query has no vector. Rejects with the abort reason or an error,
   *  which its callers do without. */
  neighbours(query: RetrievalQuery, limit: number, signal: AbortSignal): Promise<readonly Neighbour[]>;
}

export const NEIGHBOUR_SOURCE = Symbol('rag.NEIGHBOUR_SOURCE');
export const InjectNeighbourSource = () => Inject(NEIGHBOUR_SOURCE);
