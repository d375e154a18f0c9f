import type { RedisProblem } from './redis-refusal.js';

export interface RedisBreakerOptions {
  /** Rejects while Redis cannot be used. */
  readonly probe: () => Promise<unknown>;
  readonly probeEveryMs: number;
  /** Consecutive failed probes after which the connection is replaced. */
  readonly probesBeforeReset: number;
  readonly reset: () => void;
  /** Derives the problem from the error of a failed probe. */
  readonly problemOf: (error: unknown) => RedisProblem;
  /** Called once per change, with `undefined` when Redis can be used; `first` is true for the first known state. */
  readonly onChange: (problem: RedisProblem | undefined, first: boolean) => void;
}

/** Consecutive failures that open the breaker: a single slow answer is not an outage. */
const FAILURES = 3;

/**
 * Circuit breaker of the Redis client. Opens after three consecutive failed commands, a refusal or a lost connection;
 * while it is open, one probe at a time checks whether Redis can be used again. Initially open without a call of
 * `onChange`, until the first probe or failure.
 */
export class RedisBreaker {
  #state: 'unknown' | 'up' | RedisProblem = 'unknown';
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

  /** Undefined while up, and before the first probe. */
  get problem(): RedisProblem | undefined {
    return this.#state === 'up' || this.#state === 'unknown' ? undefined : this.#state;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    if (++this.#failures >= FAILURES) this.open('unreachable');
  }

  /**
   * Opens at once. A refusal is not replaced by `unreachable`: a client that is refused when it connects would
   * otherwise alternate between both.
   */
  open(problem: RedisProblem): void {
    const { problem: known } = this;
    if (known === problem || (known !== undefined && problem === 'unreachable')) return;
    this.#enter(problem);
    if (problem === 'read_only') this.options.reset();
    this.#keepProbing();
  }

  /** Probes once, unless a probe is running or the breaker is closed. */
  async probe(): Promise<void> {
    if (this.#probing || this.up) return;
    this.#probing = true;
    try {
      await this.options.probe();
      this.#failures = this.#failedProbes = 0;
      this.#stopProbing();
      this.#enter('up');
    } catch (error) {
      this.open(this.options.problemOf(error));
      if (++this.#failedProbes % this.options.probesBeforeReset === 0) this.options.reset();
    } finally {
      this.#probing = false;
    }
  }

  stop(): void {
    this.#stopProbing();
    this.#state = 'unreachable';
  }

  #enter(state: 'up' | RedisProblem): void {
    const first = this.#state === 'unknown';
    this.#state = state;
    this.options.onChange(this.problem, first);
  }

  #keepProbing(): void {
    this.#timer ??= setInterval(() => void this.probe(), this.options.probeEveryMs).unref();
  }

  #stopProbing(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
