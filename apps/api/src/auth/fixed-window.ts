import type { RedisClient } from '@app/cache';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

export interface WindowOptions {
  /** Prefix of the keys in Redis. */
  readonly name: string;
  readonly max: number;
  readonly seconds: number;
}

/** Usage of one window. */
export interface WindowState {
  readonly max: number;
  readonly seconds: number;
  readonly used: number;
  /** Time until the next window begins. */
  readonly resetMs: number;
  readonly exceeded: boolean;
}

/**
 * Counts uses in windows of fixed length; a window begins with its first use. Counts in Redis for all replicas, or in
 * this process while Redis is unavailable.
 */
export class FixedWindow {
  readonly #local: RateLimiterMemory;
  readonly #shared: RedisClient | undefined;
  #inRedis: RateLimiterRedis | undefined;

  constructor(
    private readonly options: WindowOptions,
    redis?: RedisClient,
  ) {
    this.#local = new RateLimiterMemory({ points: options.max, duration: options.seconds, keyPrefix: options.name });
    this.#shared = redis;
  }

  /** Counts `uses`, even if they exceed the limit. */
  async use(key: string, uses = 1): Promise<WindowState> {
    const result = await this.#query((limiter) => limiter.consume(key, uses));
    return this.#state(result, result.consumedPoints > this.options.max);
  }

  /** Counts without enforcing the limit, for costs that are known only afterwards. */
  async add(key: string, uses: number): Promise<void> {
    await this.#query((limiter) => limiter.penalty(key, uses));
  }

  /** Reads the usage without counting. */
  async peek(key: string): Promise<WindowState> {
    const result = await this.#query(async (limiter) => (await limiter.get(key)) ?? new RateLimiterRes());
    return this.#state(result, result.consumedPoints >= this.options.max);
  }

  async #query(
    query: (limiter: RateLimiterMemory | RateLimiterRedis) => Promise<RateLimiterRes>,
  ): Promise<RateLimiterRes> {
    const shared = this.#shared;
    if (shared?.available) {
      try {
        return await shared.run((redis) => settled(query((this.#inRedis ??= this.#over(redis)))));
      } catch {
        // Count locally until Redis is available again.
      }
    }
    return settled(query(this.#local));
  }

  #over(redis: object): RateLimiterRedis {
    const { name, max, seconds } = this.options;
    return new RateLimiterRedis({ storeClient: redis, points: max, duration: seconds, keyPrefix: name });
  }

  /** `resetMs` is at most the window length: the limiter uses the system clock, which may be set back. */
  #state({ consumedPoints, msBeforeNext }: RateLimiterRes, exceeded: boolean): WindowState {
    const { max, seconds } = this.options;
    return {
      max,
      seconds,
      used: consumedPoints,
      resetMs: Math.min(Math.max(0, msBeforeNext), seconds * 1_000),
      exceeded,
    };
  }
}

/** The limiter rejects with its result when the limit is exceeded; only real errors are rethrown. */
async function settled(result: Promise<RateLimiterRes>): Promise<RateLimiterRes> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  }
}
