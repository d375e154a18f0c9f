/** What one retry costs, in sections: 20 % extra calls. */
const SECTIONS_PER_RETRY = 5;
/** Most retries that can be saved up. */
const MOST_RETRIES = 10;

/** Lets an upstream get 20 % more calls than there are sections, so that retries never multiply its trouble. */
export class RetryBudget {
  // Almost one at the start, so that the first section of a process may already be retried.
  #saved = SECTIONS_PER_RETRY - 1;

  /** A section begins. */
  deposit(): void {
    this.#saved = Math.min(this.#saved + 1, MOST_RETRIES * SECTIONS_PER_RETRY);
  }

  /** @returns whether there is enough for one retry, which is then spent. */
  take(): boolean {
    if (this.#saved < SECTIONS_PER_RETRY) return false;
    this.#saved -= SECTIONS_PER_RETRY;
    return true;
  }
}
