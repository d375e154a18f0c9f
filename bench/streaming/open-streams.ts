import { setTimeout as delay } from 'node:timers/promises';
import type { MeasuredProcess } from './measured-process.js';
import { readStream } from './read-stream.js';

export interface PerStream {
  readonly heldKilobytes: number;
  readonly residentKilobytes: number;
  /** Upstream streams open during the measurement: three per reading. */
  readonly openUpstream: number;
}

const WAIT_MS = 500;
const MAX_WAITS = 120;

/** Memory per open stream while the server waits for its upstream, averaged over `streams` streams. */
export async function memoryPerStream(
  server: MeasuredProcess,
  streams: number,
  countUpstream: () => Promise<number>,
): Promise<PerStream> {
  const before = await server.measure('memory');
  const abort = new AbortController();
  const open = Array.from({ length: streams }, () => readStream(server.url, () => {}, abort.signal).catch(() => {}));
  // Three upstream streams per reading; opening them takes a while on a busy machine.
  for (let waited = 0; (await countUpstream()) < streams * 3 && waited < MAX_WAITS; waited++) await delay(WAIT_MS);
  await delay(WAIT_MS);
  const after = await server.measure('memory');
  const openUpstream = await countUpstream();
  abort.abort();
  await Promise.all(open);
  const each = (field: 'heldBytes' | 'residentBytes') => (after[field] - before[field]) / streams / 1_024;
  return { heldKilobytes: each('heldBytes'), residentKilobytes: each('residentBytes'), openUpstream };
}
