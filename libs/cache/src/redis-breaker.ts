export interface RedisBreakerOptions {
  /** Rejects while Redis is unavailable. */
  readonly probe: () => Promise<unknown>;
  readonly probeEveryMs: number;
  /** Consecutive failed probes after which the connection is replaced. */
  readonly probesBeforeReset: number;
  readonly reset: () => void;
  /** Called once per change; `first` on the first known state. */
  readonly onChange: (up: boolean, first: boolean) => void;
}

/** Consecutive failures that open the breaker: a single slow answer is not an outage. */
const FAILURES = 3;

/**
 * Circuit breaker of the Redis client. Opens after three consecutive failed commands or a lost connection; while open, one
 * probe at a time checks whether Redis is back. Open at start, without a log line, until the first probe or failure.
 */
export class RedisBreaker {
  #state: 'unknown' | 'up' | 'down' = 'unknown';
  #failures = 0;
  #failedProbes = 0;
  #probing = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: RedisBreakerOptions) {
    this.#keepProbing();
  }

  get up(): boolean {
    return this.#state === 'up';
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    if (++this.#failures >= FAILURES) this.lost();
  }

  /** The connection was lost: opens without waiting for failures. */
  lost(): void {
    if (this.#state === 'down') return;
    this.#enter('down');
    this.#keepProbing();
  }

  /** Probes once, unless a probe is running. */
  async probe(): Promise<void> {
    if (this.#probing || this.up) return;
    this.#probing = true;
    try {
      await this.options.probe();
      this.#failures = this.#failedProbes = 0;
      this.#stopProbing();
      this.#enter('up');
    } catch {
      if (this.#state === 'unknown') this.#enter('down');
      if (++this.#failedProbes % this.options.probesBeforeReset === 0) this.options.reset();
    } finally {
      this.#probing = false;
    }
  }

  stop(): void {
    this.#stopProbing();
    this.#state = 'down';
  }

  #enter(state: 'up' | 'down'): void {
    const first = this.#state === 'unknown';
    this.#state = state;
    this.options.onChange(state === 'up', first);
  }

  #keepProbing(): void {
    this.#timer ??= setInterval(() => void this.probe(), this.options.probeEveryMs).unref();
  }

  #stopProbing(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
