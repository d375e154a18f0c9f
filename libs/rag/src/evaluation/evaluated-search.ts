import type { EvaluationQuery } from './evaluation-set.js';

/** One document of one query's result. */
export interface RunLine {
  readonly query: string;
  readonly document: string;
  readonly score: number;
}

/** How far a result is looked at: Recall@100 needs a hundred. */
export const RUN_DEPTH = 100;

/** What is being measured. */
export interface EvaluatedSearch extends AsyncDisposable {
  /** Best first, at most RUN_DEPTH. */
  ask(query: EvaluationQuery, signal: AbortSignal): Promise<readonly RunLine[]>;
}
