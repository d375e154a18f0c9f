import type { ReadingState } from '../reading/reading-state.js';
import type { ReadingRequest } from './follow-up.js';

/** One reading of the conversation. */
export interface Turn {
  readonly key: number;
  /** Absent for a reading that was opened by its id. */
  readonly request?: ReadingRequest;
  /** The question shown above the answer. */
  readonly question?: string;
  readonly reading: ReadingState;
}
