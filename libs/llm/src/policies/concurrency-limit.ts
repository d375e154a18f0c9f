/** Time between two increases while nothing is refused. */
const GROW_EVERY_MS = 1_000;
/** An increase that was refused doubles the time to the next one, up to this. */
const MAX_GROW_EVERY_MS = 60_000;

/**
 * How many requests may be under way: additive increase, multiplicative decrease (Chiu and Jain, 1989), between 1 and
 * `max`. A refusal halves it, once for all requests that were sent before it was known, and never leaves it above what
 * the upstream was serving at that moment. While it is used up and nothing is refused it grows by one a second. Refused
 * increases become rarer, so that an upstream with a fixed number of streams is hardly ever asked for one too many.
 */
export class ConcurrencyLimit {
  #limit: number;
  #changedAt = Number.NEGATIVE_INFINITY;
  #shrunkAt = Number.NEGATIVE_INFINITY;
  #growEveryMs = GROW_EVERY_MS;
  /** The last change was an increase: if the next one is too, it was accepted. */
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
   * A request was refused because of the number of requests.
   * @param sentAt when it was sent, `performance.now()`.
   * @param others requests still under way.
   */
  refused(sentAt: number, others: number, now = performance.now()): void {
    const first = sentAt >= this.#shrunkAt;
    if (first) this.#growEveryMs = Math.min(this.#growEveryMs * 2, MAX_GROW_EVERY_MS);
    if (first) this.#shrunkAt = now;
    this.#grew = false;
    this.#become(Math.min(first ? Math.floor(this.#limit / 2) : this.#limit, others), now);
  }

  /** A request was served. @param used whether all of the limit was needed; growing what is not used means nothing. */
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
