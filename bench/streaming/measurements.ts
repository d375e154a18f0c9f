/** What a measured process says of itself. */
export interface Measurement {
  /** User and system CPU time so far, seconds. */
  readonly cpuSeconds: number;
  /** Heap, external and array-buffer bytes; after a collection when `memory` was asked for. */
  readonly heldBytes: number;
  readonly residentBytes: number;
}

function measure(collect: boolean): Measurement {
  // A collection takes CPU time of its own: only who asks for memory pays for one.
  if (collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { cpuSeconds: (user + system) / 1e6, heldBytes: heapUsed + external, residentBytes: rss };
}

/** Tells the parent process where this one listens, and from then on measures whenever it is asked. */
export function answerMeasurements(url: string): void {
  process.on('message', (what) => process.send?.(measure(what === 'memory')));
  process.on('disconnect', () => process.exit(0));
  process.send?.({ url });
}
