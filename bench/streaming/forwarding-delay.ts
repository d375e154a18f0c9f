import { setTimeout as delay } from 'node:timers/promises';
import type { MeasuredProcess } from './measured-process.js';
import { readStream } from './read-stream.js';

/** The upstream's tokens are the times they were sent, in ms since the epoch. */
const STAMP = /"content":"(\d{13}\.\d+) "/g;

/**
 * Time of each token from the upstream's write to the client's read, in ms. Clients come evenly over one interval
 * between two tokens, as they would in life.
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
