/** Maximum pause after a refusal without a requested wait. */
const MAX_UNASKED_PAUSE_MS = 1_000;
const FIRST_PAUSE_MS = 100;
/** Maximum share by which a requested pause is lengthened at random, so that replicas do not resume together. */
const JITTER = 0.1;
/** Maximum pause, even when the upstream requests a longer one. */
const MAX_PAUSE_MS = 30_000;

/**
 * Tracks when the next request may be sent to an upstream that refused one. Applies to all sections: limits are per API
 * key.
 */
export class UpstreamPause {
  #until = Number.NEGATIVE_INFINITY;
  #refusedAt = Number.NEGATIVE_INFINITY;
  #inARow = 0;
  #probing = false;

  /** `performance.now()` at which requests may be sent again. */
  get until(): number {
    return this.#until;
  }

  /** Remaining milliseconds of the pause; 0 when there is none. */
  get leftMs(): number {
    return Math.max(0, Math.ceil(this.#until - performance.now()));
  }

  /**
   * True from a requested pause until a request sent after it is accepted. Until then, requests are sent one at a time.
   */
  get isProbing(): boolean {
    return this.#probing;
  }

  /**
   * Starts a pause after a refusal: the requested time, else a random time whose bound doubles with each consecutive
   * refusal. Requests refused together count as one refusal.
   */
  refused(sentAt: number, retryAfterMs: number | undefined, now = performance.now()): void {
    if (sentAt >= this.#refusedAt) this.#inARow++;
    this.#refusedAt = now;
    const bound = Math.min(FIRST_PAUSE_MS * 2 ** (this.#inARow - 1), MAX_UNASKED_PAUSE_MS);
    const asked = retryAfterMs === undefined ? undefined : retryAfterMs * (1 + Math.random() * JITTER);
    this.#probing ||= asked !== undefined;
    this.#until = Math.max(this.#until, now + Math.min(asked ?? Math.random() * bound, MAX_PAUSE_MS));
  }

  /** @param sentAt when the request was sent; one that was sent before the end of the pause does not end the probing */
  accepted(sentAt: number): void {
    this.#inARow = 0;
    if (sentAt >= this.#until) this.#probing = false;
  }
}
