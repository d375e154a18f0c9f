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
  await inLanes(items.slice(0, warm), concurrency, work);
  const times: number[] = [];
  const startedAt = performance.now();
  await inLanes(items.slice(warm), concurrency, async (item) => {
    const begun = performance.now();
    await work(item);
    times.push(performance.now() - begun);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const at = (share: number) => quantile(times, share);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: times.length / seconds };
}

async function inLanes<Item>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
