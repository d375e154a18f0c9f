import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit, Optional } from '@nestjs/common';
import { CacheMetrics } from '@app/metrics';
import type { Redis } from 'ioredis';
import { REDIS_CLIENT } from './redis-client.token.js';
import type { RedisClient } from './redis.client.js';
import { type LayerOptions, type LayerStats, TwoLevelCache } from './two-level.cache.js';

export interface CacheStats {
  readonly redis: 'none' | 'up' | 'down';
  readonly layers: Readonly<Record<string, LayerStats>>;
}

/** Channel on which replicas announce that their memory levels must be cleared. */
const CLEARED = 'cache:cleared';

/** Creates the cache layers of this process and reports on all of them. */
@Injectable()
export class Caches implements OnModuleInit, OnModuleDestroy {
  readonly #layers: TwoLevelCache<object>[] = [];
  readonly #logger = new Logger('Cache');
  #subscription: Redis | undefined;

  constructor(
    private readonly metrics: CacheMetrics,
    @Optional() @Inject(REDIS_CLIENT) private readonly redis?: RedisClient,
  ) {}

  onModuleInit(): void {
    this.#subscription = this.redis?.connection();
    this.#subscription?.on('message', () => this.#forget());
    void this.#subscription
      ?.subscribe(CLEARED)
      .catch(() => this.#logger.warn('Cache clears of other replicas are not received (redis=unavailable)'));
  }

  onModuleDestroy(): void {
    this.#subscription?.disconnect();
  }

  create<Value extends object>(options: LayerOptions<Value>): TwoLevelCache<Value> {
    const cache = new TwoLevelCache(options, this.metrics, this.redis);
    this.#layers.push(cache as unknown as TwoLevelCache<object>);
    return cache;
  }

  stats(): CacheStats {
    const layers = Object.fromEntries(this.#layers.map((cache) => [cache.layer, cache.stats()]));
    return { redis: this.redis ? (this.redis.available ? 'up' : 'down') : 'none', layers };
  }

  /** Empties every layer in this process, in Redis and in the other replicas. @returns keys removed from Redis */
  async clear(): Promise<number> {
    const cleared = await Promise.all(this.#layers.map((cache) => cache.clear()));
    await this.redis?.run((redis) => redis.publish(CLEARED, '')).catch(() => {});
    return cleared.reduce((sum, count) => sum + count, 0);
  }

  #forget(): void {
    for (const cache of this.#layers) cache.forget();
  }
}
