import { describe, expect, it } from '@jest/globals';
import { CacheMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { jsonCodec } from './codec.js';
import { type LayerOptions, TwoLevelCache } from './two-level.cache.js';

interface Text {
  readonly text: string;
}

const cache = (options: Partial<LayerOptions<Text>> = {}) =>
  new TwoLevelCache<Text>(
    { layer: 'reading', codec: jsonCodec(), ttlSeconds: 60, memoryTtlSeconds: 60, maxBytes: 8_000, ...options },
    new CacheMetrics(recordingRegistry()),
  );

describe('TwoLevelCache without Redis', () => {
  it('returns exactly what was set', async () => {
    const texts = cache();
    texts.set('a', { text: '뱀' });
    expect(await texts.get('a')).toEqual({ value: { text: '뱀' }, level: 'memory' });
    expect(await texts.get('b')).toBeUndefined();
    expect(texts.stats()).toMatchObject({ entries: 1, hits: { memory: 1, redis: 0 }, misses: 1, errors: 0 });
  });

  it('stays below its byte limit and evicts the least recently used first', async () => {
    const texts = cache({ maxBytes: 8_000 });
    for (let n = 0; n < 100; n++) {
      texts.set(`key-${n}`, { text: 'x'.repeat(400) });
      await texts.get('key-0');
    }
    expect(texts.stats().bytes).toBeLessThanOrEqual(8_000);
    expect(await texts.get('key-0')).toBeDefined();
    expect(await texts.get('key-1')).toBeUndefined();
  });

  it('does not store a value so large that it would evict the rest', async () => {
    const texts = cache();
    texts.set('small', { text: 'x' });
    texts.set('large', { text: 'x'.repeat(7_000) });
    expect(await texts.get('large')).toBeUndefined();
    expect(await texts.get('small')).toBeDefined();
  });

  it('is disabled with a TTL of 0', async () => {
    const texts = cache({ ttlSeconds: 0 });
    texts.set('a', { text: 'x' });
    expect(await texts.get('a')).toBeUndefined();
    expect(texts.enabled).toBe(false);
  });

  it('is empty after a clear', async () => {
    const texts = cache();
    texts.set('a', { text: 'x' });
    expect(await texts.clear()).toBe(0);
    expect(await texts.get('a')).toBeUndefined();
  });
});
