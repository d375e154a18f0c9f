/** Time between two increases while nothing is refused. */
const GROW_EVERY_MS = 1_000;
/** A refusal doubles the time to the next increase, up to this maximum. */
const MAX_GROW_EVERY_MS = 60_000;

/**
 * Limit of concurrent requests: additive increase, multiplicative decrease (Chiu and Jain, 1989), between 1 and `max`.
 * A refusal halves the limit, once for all requests that were sent before the refusal, and caps it at the number of
 * other requests running at that moment. While the limit is fully used and nothing is refused, it grows by one per
 * second. A refusal doubles that interval and an accepted increase halves it, so that an upstream with a fixed number
 * of streams rarely receives one request too many.
 */
export class ConcurrencyLimit {
  #limit: number;
  #changedAt = Number.NEGATIVE_INFINITY;
  #shrunkAt = Number.NEGATIVE_INFINITY;
  #growEveryMs = GROW_EVERY_MS;
  /** Whether the last change was an increase. If the next change is one, too, the last increase was accepted. */
  #grew = false;

  constructor(
    private readonly max: number,
    private readonly onChange: (limit: number) => void = () => undefined,
  ) {
    this.#limit = max;
  }

  get value(): number {
    return this.#limit;
  }

  /**
   * Call when a request was refused because of the number of requests.
   * @param sentAt when it was sent, as `performance.now()`
   * @param others number of other requests still running
   */
  refused(sentAt: number, others: number, now = performance.now()): void {
    const first = sentAt >= this.#shrunkAt;
    if (first) this.#growEveryMs = Math.min(this.#growEveryMs * 2, MAX_GROW_EVERY_MS);
    if (first) this.#shrunkAt = now;
    this.#grew = false;
    this.#become(Math.min(first ? Math.floor(this.#limit / 2) : this.#limit, others), now);
  }

  /** Call when a request was served. @param used whether the limit was fully used; an unused limit does not grow */
  served(used: boolean, now = performance.now()): void {
    if (!used || this.#limit >= this.max || now - this.#changedAt < this.#growEveryMs) return;
    if (this.#grew) this.#growEveryMs = Math.max(this.#growEveryMs / 2, GROW_EVERY_MS);
    this.#grew = true;
    this.#become(this.#limit + 1, now);
  }

  #become(limit: number, now: number): void {
    const next = Math.max(1, Math.min(limit, this.max));
    this.#changedAt = now;
    if (next === this.#limit) return;
    this.#limit = next;
    this.onChange(next);
  }
}
