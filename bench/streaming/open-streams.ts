import { setTimeout as delay } from 'node:timers/promises';
import type { MeasuredProcess } from './measured-process.js';
import { readStream } from './read-stream.js';

export interface PerStream {
  readonly heldKilobytes: number;
  readonly residentKilobytes: number;
  /** Upstream streams open while it was measured: three a reading. */
  readonly openUpstream: number;
}

/** What one open stream costs a server that waits for its upstream, measured over `streams` of them. */
export async function memoryPerStream(
  server: MeasuredProcess,
  streams: number,
  settleMs: number,
  countUpstream: () => Promise<number>,
): Promise<PerStream> {
  const before = await server.measure('memory');
  const abort = new AbortController();
  const open = Array.from({ length: streams }, () => readStream(server.url, () => {}, abort.signal).catch(() => {}));
  await delay(settleMs);
  const after = await server.measure('memory');
  const openUpstream = await countUpstream();
  abort.abort();
  await Promise.all(open);
  const each = (field: 'heldBytes' | 'residentBytes') => (after[field] - before[field]) / streams / 1_024;
  return { heldKilobytes: each('heldBytes'), residentKilobytes: each('residentBytes'), openUpstream };
}
