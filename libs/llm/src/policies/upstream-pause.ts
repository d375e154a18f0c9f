/** Longest pause after a refusal that says nothing about how long to wait. */
const MOST_PAUSE_MS = 1_000;
const FIRST_PAUSE_MS = 100;

/** When an upstream that refused a request may be asked again, by anybody: it refuses a key, not a section. */
export class UpstreamPause {
  #until = Number.NEGATIVE_INFINITY;
  #refusedAt = Number.NEGATIVE_INFINITY;
  #inARow = 0;

  /** `performance.now()` at which requests may be sent again. */
  get until(): number {
    return this.#until;
  }

  /**
   * A request was refused: waits as long as it was told to, else for a random time that grows with the refusals in a
   * row. Requests refused together count as one.
   */
  refused(sentAt: number, retryAfterMs: number | undefined, now = performance.now()): void {
    if (sentAt >= this.#refusedAt) this.#inARow++;
    this.#refusedAt = now;
    const bound = Math.min(FIRST_PAUSE_MS * 2 ** (this.#inARow - 1), MOST_PAUSE_MS);
    this.#until = Math.max(this.#until, now + (retryAfterMs ?? Math.random() * bound));
  }

  /** A request was taken. */
  accepted(): void {
    this.#inARow = 0;
  }
}
