/** Longest pause after a refusal that says nothing about how long to wait. */
const MAX_UNASKED_PAUSE_MS = 1_000;
const FIRST_PAUSE_MS = 100;
/** Share of a pause that was asked for by which it is lengthened at random: replicas must not return together. */
const JITTER = 0.1;
/** No upstream is left alone for longer, whatever it asks. */
const MAX_PAUSE_MS = 30_000;

/** When an upstream that refused a request may be sent the next one: it refuses a key, not a section. */
export class UpstreamPause {
  #until = Number.NEGATIVE_INFINITY;
  #refusedAt = Number.NEGATIVE_INFINITY;
  #inARow = 0;
  #probing = false;

  /** `performance.now()` at which requests may be sent again. */
  get until(): number {
    return this.#until;
  }

  /** Milliseconds left of it; 0 when there is none. */
  get leftMs(): number {
    return Math.max(0, Math.ceil(this.#until - performance.now()));
  }

  /** A pause that was asked for is over, and no request has been accepted since: one request tries. */
  get isProbing(): boolean {
    return this.#probing;
  }

  /**
   * A request was refused: waits as long as asked, else for a random time that grows with the refusals in a row.
   * Requests refused together count as one.
   */
  refused(sentAt: number, retryAfterMs: number | undefined, now = performance.now()): void {
    if (sentAt >= this.#refusedAt) this.#inARow++;
    this.#refusedAt = now;
    const bound = Math.min(FIRST_PAUSE_MS * 2 ** (this.#inARow - 1), MAX_UNASKED_PAUSE_MS);
    const asked = retryAfterMs === undefined ? undefined : retryAfterMs * (1 + Math.random() * JITTER);
    this.#probing ||= asked !== undefined;
    this.#until = Math.max(this.#until, now + Math.min(asked ?? Math.random() * bound, MAX_PAUSE_MS));
  }

  /** @param sentAt a request that was sent before the pause says nothing about its end. */
  accepted(sentAt: number): void {
    this.#inARow = 0;
    if (sentAt >= this.#until) this.#probing = false;
  }
}
