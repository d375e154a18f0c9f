import { Injectable } from '@nestjs/common';
import { label } from './label-sets.js';
import { MetricsRegistry } from './metrics-registry.js';

export type CacheLayer = 'reading' | 'retrieval' | 'vector' | 'session';
export type CacheLevel = 'memory' | 'redis';
export type CacheResult = 'hit' | 'miss' | 'error' | 'bypass';

@Injectable()
export class CacheMetrics {
  readonly #lookups;
  readonly #entries;
  readonly #redisUp;
  readonly #refusals;
  readonly #joined;

  constructor(private readonly registry: MetricsRegistry) {
    this.#lookups = registry.counter('cache_lookups_total', 'Cache lookups by layer, level and result.', [
      'layer',
      'level',
      'result',
    ]);
    this.#entries = registry.gauge('cache_entries', 'Entries held in memory.', ['layer']);
    this.#redisUp = registry.gauge(
      'cache_redis_up',
      '1 while Redis answers, 0 while its breaker is open; absent without Redis.',
    );
    // No sample until the Redis client reports a state: without Redis the series is absent.
    this.#redisUp.remove();
    this.#refusals = registry.counter('cache_redis_refusals_total', 'Commands that Redis refused, by reason.', [
      'reason',
    ]);
    this.#joined = registry.counter(
      'cache_single_flight_joined_total',
      'Requests that shared a reading already running.',
    );
  }

  lookup(layer: CacheLayer, level: CacheLevel, result: CacheResult): void {
    if (this.registry.enabled) this.#lookups.inc({ layer, level, result });
  }

  entries(layer: CacheLayer, count: number): void {
    if (this.registry.enabled) this.#entries.set({ layer }, count);
  }

  redisUp(up: boolean): void {
    if (this.registry.enabled) this.#redisUp.set(up ? 1 : 0);
  }

  redisRefused(reason: string): void {
    if (this.registry.enabled) this.#refusals.inc({ reason: label('redisRefusal', reason) });
  }

  joined(): void {
    if (this.registry.enabled) this.#joined.inc();
  }
}
