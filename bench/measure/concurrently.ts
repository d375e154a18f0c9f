/** Runs `count` tasks, at most `atOnce` concurrently. @returns their results and the total time in ms */
export async function concurrently<Result>(
  count: number,
  atOnce: number,
  task: (number: number) => Promise<Result>,
): Promise<{ readonly items: readonly Result[]; readonly ms: number }> {
  const items: Result[] = [];
  let next = 0;
  const startedAt = performance.now();
  const worker = async () => {
    while (next < count) items.push(await task(next++));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { items, ms: performance.now() - startedAt };
}
