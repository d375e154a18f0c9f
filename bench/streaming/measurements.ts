/** Measurements reported by a process about itself. */
export interface Measurement {
  /** User and system CPU time since the start, in seconds. */
  readonly cpuSeconds: number;
  /** Heap, external and array-buffer bytes; after a garbage collection if `memory` was requested. */
  readonly heldBytes: number;
  readonly residentBytes: number;
}

function measure(collect: boolean): Measurement {
  // A garbage collection costs CPU time, so run one only for memory measurements.
  if (collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { cpuSeconds: (user + system) / 1e6, heldBytes: heapUsed + external, residentBytes: rss };
}

/** Sends the URL to the parent process, then answers its measurement requests. */
export function answerMeasurements(url: string): void {
  process.on('message', (what) => process.send?.(measure(what === 'memory')));
  process.on('disconnect', () => process.exit(0));
  process.send?.({ url });
}
