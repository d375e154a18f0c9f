/** Number of sections that allow one retry: 20 % additional requests. */
const SECTIONS_PER_RETRY = 5;
/** Maximum number of saved retries. */
const MAX_RETRIES = 10;

/** Limits an upstream's retries to 20 % of its sections, so that retries never multiply its load. */
export class RetryBudget {
  // Starts one section short of a retry, so that the first section of a process can be retried.
  #saved = SECTIONS_PER_RETRY - 1;

  /** Call when a section starts. */
  deposit(): void {
    this.#saved = Math.min(this.#saved + 1, MAX_RETRIES * SECTIONS_PER_RETRY);
  }

  /** Spends one retry. @returns false when too little is saved */
  take(): boolean {
    if (this.#saved < SECTIONS_PER_RETRY) return false;
    this.#saved -= SECTIONS_PER_RETRY;
    return true;
  }
}
