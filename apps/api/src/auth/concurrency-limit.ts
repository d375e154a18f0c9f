import { randomUUID } from 'node:crypto';
import type { RedisClient } from '@app/cache';
import { KeyCounts } from './key-counts.js';

/** Lua script that takes a slot if one is free. Slots of a crashed replica expire. */
const ACQUIRE = `
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[4])
redis.call('PEXPIREAT', KEYS[1], ARGV[2])
return 1`;

/**
 * Limits a caller's concurrent readings: across all replicas while Redis is available, otherwise within this process.
 */
export class ConcurrencyLimit {
  readonly #local = new KeyCounts();

  /** @param maxDurationMs upper bound of a reading's duration */
  constructor(
    private readonly maxDurationMs: number,
    private readonly redis?: RedisClient,
  ) {}

  /** Takes one of `max` slots and returns the function that releases it; undefined when all are taken. */
  async acquire(key: string, max: number): Promise<(() => void) | undefined> {
    if (this.#local.of(key) >= max) return undefined;
    // Count before calling Redis; otherwise two simultaneous requests could both take the last slot.
    this.#local.increment(key);
    const slot = randomUUID();
    const acquired = await this.#acquireInRedis(key, max, slot);
    if (acquired) return () => this.#release(key, slot);
    this.#local.decrement(key);
    return undefined;
  }

  async #acquireInRedis(key: string, max: number, slot: string): Promise<boolean> {
    if (!this.redis?.available) return true;
    const now = Date.now();
    try {
      const acquired = await this.redis.run((redis) =>
        redis.eval(ACQUIRE, 1, nameOf(key), now, now + this.maxDurationMs, max, slot),
      );
      return acquired === 1;
    } catch {
      return true;
    }
  }

  #release(key: string, slot: string): void {
    this.#local.decrement(key);
    this.redis?.run((redis) => redis.zrem(nameOf(key), slot)).catch(() => {});
  }
}

const nameOf = (key: string): string => `open:${key}`;
