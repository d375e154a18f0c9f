/** Cost of one retry, in sections: 20 % extra requests. */
const SECTIONS_PER_RETRY = 5;
/** Retries that can be saved up. */
const MAX_RETRIES = 10;

/** Allows an upstream 20 % more requests than there are sections, so that retries never multiply its load. */
export class RetryBudget {
  // Almost one at the start, so that the first section of a process may already be retried.
  #saved = SECTIONS_PER_RETRY - 1;

  /** A section begins. */
  deposit(): void {
    this.#saved = Math.min(this.#saved + 1, MAX_RETRIES * SECTIONS_PER_RETRY);
  }

  /** @returns whether there is enough for one retry, which is then spent. */
  take(): boolean {
    if (this.#saved < SECTIONS_PER_RETRY) return false;
    this.#saved -= SECTIONS_PER_RETRY;
    return true;
  }
}
