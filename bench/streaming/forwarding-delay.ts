import { setTimeout as delay } from 'node:timers/promises';
import type { MeasuredProcess } from './measured-process.js';
import { readStream } from './read-stream.js';

/** The upstream's tokens are their send times, in ms since the epoch. */
const STAMP = /"content":"(\d{13}\.\d+) "/g;

/**
 * Delay of each token from the upstream's write to the client's read, in ms. Client starts are spread evenly over one
 * token interval.
 */
export async function forwardingDelays(server: MeasuredProcess, clients: number, spreadMs: number): Promise<number[]> {
  const delays: number[] = [];
  const client = async (index: number) => {
    await delay((index / clients) * spreadMs);
    await readStream(server.url, (bytes) => {
      const now = performance.timeOrigin + performance.now();
      for (const [, stamp] of bytes.toString('latin1').matchAll(STAMP)) delays.push(now - Number(stamp));
    });
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return delays;
}
