export interface RedisBreakerOptions {
  /** Rejects while Redis is away. */
  readonly probe: () => Promise<unknown>;
  readonly probeEveryMs: number;
  /** Failed probes in a row after which the connection is made anew. */
  readonly probesBeforeReset: number;
  readonly reset: () => void;
  /** Once a change; `first` when nothing was known before. */
  readonly onChange: (up: boolean, first: boolean) => void;
}

/** Commands that must fail in a row: one slow answer is no outage. */
const FAILURES = 3;

/**
 * Knows whether Redis is worth asking. Down after three failed commands in a row or a lost connection; while down one
 * probe at a time asks whether it is back. Down at the beginning, silently, until the first probe or a failure.
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

  /** The connection is gone: no need to find out by failing. */
  lost(): void {
    if (this.#state === 'down') return;
    this.#enter('down');
    this.#keepProbing();
  }

  /** Asks once, unless somebody is asking. */
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
