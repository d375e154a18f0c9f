export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** Times every item, so many at a time; the first few warm code and caches and are not counted. */
export async function measureLatency<Item>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<unknown>,
): Promise<Latency> {
  const warm = Math.min(items.length >> 2, 20);
  for (const item of items.slice(0, warm)) await work(item);
  const times: number[] = [];
  const left = items.slice(warm).values();
  const startedAt = performance.now();
  const lane = async () => {
    for (const item of left) {
      const begun = performance.now();
      await work(item);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const seconds = (performance.now() - startedAt) / 1_000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: times.length / seconds };
}
