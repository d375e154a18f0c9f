import type { RedisClient } from '@app/cache';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

export interface WindowOptions {
  /** Prefix of its names in Redis. */
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** How much of a window is used. */
export interface WindowState {
  readonly most: number;
  readonly seconds: number;
  readonly used: number;
  /** Until the window begins anew. */
  readonly resetMs: number;
  readonly exceeded: boolean;
}

/**
 * Counts uses in windows of a fixed length: a window begins with the first use and ends when it ends, however often it
 * is used meanwhile. Counted in Redis for all replicas; in this process while Redis is away.
 */
export class FixedWindow {
  readonly #here: RateLimiterMemory;
  readonly #shared: RedisClient | undefined;
  #inRedis: RateLimiterRedis | undefined;

  constructor(
    private readonly options: WindowOptions,
    redis?: RedisClient,
  ) {
    this.#here = new RateLimiterMemory({ points: options.most, duration: options.seconds, keyPrefix: options.name });
    this.#shared = redis;
  }

  /** Counts `uses` and says where that leads; a use beyond the limit is counted too but allowed to nobody. */
  async use(key: string, uses = 1): Promise<WindowState> {
    const result = await this.#ask((limiter) => limiter.consume(key, uses));
    return this.#state(result, result.consumedPoints > this.options.most);
  }

  /** Counts without refusing: what is spent is known only afterwards. */
  async add(key: string, uses: number): Promise<void> {
    await this.#ask((limiter) => limiter.penalty(key, uses));
  }

  /** What is used, counting nothing. */
  async look(key: string): Promise<WindowState> {
    const result = await this.#ask(async (limiter) => (await limiter.get(key)) ?? new RateLimiterRes());
    return this.#state(result, result.consumedPoints >= this.options.most);
  }

  async #ask(
    question: (limiter: RateLimiterMemory | RateLimiterRedis) => Promise<RateLimiterRes>,
  ): Promise<RateLimiterRes> {
    const shared = this.#shared;
    if (shared?.available) {
      try {
        return await shared.run((redis) => settled(question((this.#inRedis ??= this.#over(redis)))));
      } catch {
        // Counted here until Redis is back.
      }
    }
    return settled(question(this.#here));
  }

  #over(redis: object): RateLimiterRedis {
    const { name, most, seconds } = this.options;
    return new RateLimiterRedis({ storeClient: redis, points: most, duration: seconds, keyPrefix: name });
  }

  #state({ consumedPoints, msBeforeNext }: RateLimiterRes, exceeded: boolean): WindowState {
    const { most, seconds } = this.options;
    return { most, seconds, used: consumedPoints, resetMs: Math.max(0, msBeforeNext), exceeded };
  }
}

/** A refusal is an answer like any other; only trouble is thrown on. */
async function settled(result: Promise<RateLimiterRes>): Promise<RateLimiterRes> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  }
}
