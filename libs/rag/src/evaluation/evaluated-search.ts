import type { EvaluationQuery } from './evaluation-set.js';

/** One document in the result of a query. */
export interface RunLine {
  readonly query: string;
  readonly document: string;
  readonly score: number;
}

/** Number of evaluated documents per query; Recall@100 needs 100. */
export const RUN_DEPTH = 100;

/** The search to be evaluated. */
export interface EvaluatedSearch extends AsyncDisposable {
  /** Returns at most RUN_DEPTH documents, best first. */
  search(query: EvaluationQuery, signal: AbortSignal): Promise<readonly RunLine[]>;
}
