/**
 * Runs `work` on slices of `size` items, at most `atOnce` of them concurrently. Returns the results in the order of the
 * items. After a failure no further batch is started.
 */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  { size, atOnce }: { readonly size: number; readonly atOnce: number },
  work: (batch: readonly Item[]) => Promise<readonly Result[]>,
): Promise<Result[]> {
  const remaining = Array.from({ length: Math.ceil(items.length / size) }, (_, at) => at);
  const results: (readonly Result[])[] = [];
  const run = async () => {
    for (let at = remaining.shift(); at !== undefined; at = remaining.shift()) {
      results[at] = await work(items.slice(at * size, (at + 1) * size));
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, run));
  } finally {
    remaining.length = 0;
  }
  return results.flat();
}
