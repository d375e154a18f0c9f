import { concurrently } from '../measure/concurrently.js';
import { quantile } from '../measure/median.js';

export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** Fraction of items used for warm-up at the same concurrency; not counted. */
const WARM_SHARE = 0.25;

/** Measures the latency of every item at the given concurrency. */
export async function measureLatency<Item>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<unknown>,
): Promise<Latency> {
  const warm = Math.floor(items.length * WARM_SHARE);
  await concurrently(warm, concurrency, (number) => work(items[number]!));
  const measured = await concurrently(items.length - warm, concurrency, async (number) => {
    const startedAt = performance.now();
    await work(items[warm + number]!);
    return performance.now() - startedAt;
  });
  const at = (share: number) => quantile(measured.items, share);
  const perSecond = measured.items.length / (measured.ms / 1_000);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond };
}
