import type { CacheLayer, CacheLevel, CacheMetrics, CacheResult } from '@app/metrics';
import { LRUCache } from 'lru-cache';
import type { Codec } from './codec.js';
import type { RedisClient } from './redis.client.js';

export interface LayerOptions<Value extends object> {
  readonly layer: CacheLayer;
  readonly codec: Codec<Value>;
  /** How long Redis keeps a value; 0 disables the layer. */
  readonly ttlSeconds: number;
  /** How long this process keeps a value; at most `ttlSeconds`. */
  readonly memoryTtlSeconds: number;
  /** Maximum size in bytes of all values in memory, measured by their encoded size. */
  readonly maxBytes: number;
}

export interface CacheHit<Value> {
  readonly value: Value;
  readonly level: CacheLevel;
}

export interface LayerStats {
  readonly entries: number;
  readonly bytes: number;
  readonly hits: Readonly<Record<CacheLevel, number>>;
  readonly misses: number;
  readonly errors: number;
  readonly bypassed: number;
}

/** Increase with every change of the stored shape, so that no process reads another version's values. */
const SCHEMA_VERSION = 1;
/** Maximum share of `maxBytes` of one value. Larger values are not cached, because they would evict too many others. */
const MAX_VALUE_SHARE = 1 / 8;
/** Number of keys per SCAN and UNLINK. */
const KEYS_PER_UNLINK = 500;

/**
 * A memory level in front of a Redis level that all replicas share. A lookup never fails and never waits for an
 * unavailable Redis; a write never waits. Values are shared between callers and must not be changed.
 */
export class TwoLevelCache<Value extends object> {
  readonly #memory: LRUCache<string, Value>;
  readonly #counts = { memory: 0, redis: 0, misses: 0, errors: 0, bypassed: 0 };

  constructor(
    private readonly options: LayerOptions<Value>,
    private readonly metrics: CacheMetrics,
    private readonly redis?: RedisClient,
  ) {
    this.#memory = new LRUCache({
      maxSize: options.maxBytes,
      maxEntrySize: Math.floor(options.maxBytes * MAX_VALUE_SHARE),
      ttl: Math.max(1, Math.min(options.memoryTtlSeconds, options.ttlSeconds) * 1_000),
    });
  }

  get layer(): CacheLayer {
    return this.options.layer;
  }

  get enabled(): boolean {
    return this.options.ttlSeconds > 0;
  }

  async get(key: string): Promise<CacheHit<Value> | undefined> {
    if (!this.enabled) return undefined;
    const held = this.#memory.get(key);
    this.#count('memory', held ? 'hit' : 'miss');
    if (held) return { value: held, level: 'memory' };
    const shared = await this.#fromRedis(key);
    if (!shared) this.#counts.misses++;
    return shared && { value: shared, level: 'redis' };
  }

  /** Returns before Redis has the value; failed writes are dropped. */
  set(key: string, value: Value): void {
    if (!this.enabled) return;
    const bytes = this.options.codec.encode(value);
    this.#hold(key, value, bytes.byteLength);
    if (bytes.byteLength > this.options.maxBytes * MAX_VALUE_SHARE) return;
    const write = this.redis?.run((redis) => redis.set(this.#name(key), bytes, 'EX', this.options.ttlSeconds));
    write?.catch(() => this.#count('redis', 'error'));
  }

  /** Counts a request that bypassed the cache. */
  bypassed(): void {
    this.#count('memory', 'bypass');
  }

  /** Clears the memory level. */
  forget(): void {
    this.#memory.clear();
    this.metrics.entries(this.layer, 0);
  }

  /** Clears both levels. @returns keys removed from Redis, 0 when it is unavailable */
  async clear(): Promise<number> {
    this.forget();
    try {
      return await this.#clearRedis();
    } catch {
      return 0;
    }
  }

  stats(): LayerStats {
    const { memory, redis, ...rest } = this.#counts;
    return { entries: this.#memory.size, bytes: this.#memory.calculatedSize, hits: { memory, redis }, ...rest };
  }

  async #fromRedis(key: string): Promise<Value | undefined> {
    if (!this.redis?.available) return undefined;
    try {
      const bytes = await this.redis.run((redis) => redis.getBuffer(this.#name(key)));
      const value = bytes ? this.options.codec.decode(bytes) : undefined;
      this.#count('redis', value ? 'hit' : 'miss');
      if (value && bytes) this.#hold(key, value, bytes.byteLength);
      return value;
    } catch {
      this.#count('redis', 'error');
      return undefined;
    }
  }

  #hold(key: string, value: Value, bytes: number): void {
    this.#memory.set(key, value, { size: bytes + key.length });
    this.metrics.entries(this.layer, this.#memory.size);
  }

  async #clearRedis(): Promise<number> {
    let cleared = 0;
    let cursor = '0';
    do {
      const found = await this.redis?.run((redis) =>
        redis.scan(cursor, 'MATCH', this.#name('*'), 'COUNT', KEYS_PER_UNLINK),
      );
      const keys = found?.[1] ?? [];
      if (keys.length > 0) await this.redis?.run((redis) => redis.unlink(...keys));
      cleared += keys.length;
      cursor = found?.[0] ?? '0';
    } while (cursor !== '0');
    return cleared;
  }

  #name(key: string): string {
    return `cache:${SCHEMA_VERSION}:${this.layer}:${key}`;
  }

  #count(level: CacheLevel, result: CacheResult): void {
    this.metrics.lookup(this.layer, level, result);
    if (result === 'hit') this.#counts[level]++;
    if (result === 'error') this.#counts.errors++;
    if (result === 'bypass') this.#counts.bypassed++;
  }
}
