import { setTimeout as delay } from 'node:timers/promises';
import type { MeasuredProcess } from './measured-process.js';
import { readStream } from './read-stream.js';

/** The upstream sends the time of sending as the token, in ms since the epoch. */
const STAMP = /(\d{13}\.\d{3}) /g;

export interface Paced {
  /** Delays from the upstream's write of a token to the client's read, in ms. */
  readonly delays: readonly number[];
  readonly cpuMicrosecondsPerToken: number;
}

/**
 * Measures readings with tokens at a fixed pace, as for real users. Client starts are spread evenly over one token
 * interval.
 * @param intervalMs time between two tokens of a section
 */
export async function paced(server: MeasuredProcess, clients: number, intervalMs: number): Promise<Paced> {
  const delays: number[] = [];
  const before = await server.measure('cpu');
  const client = async (index: number) => {
    await delay((index / clients) * intervalMs);
    await readStream(server.url, (bytes) => {
      const now = performance.timeOrigin + performance.now();
      for (const [, stamp] of bytes.toString('latin1').matchAll(STAMP)) delays.push(now - Number(stamp));
    });
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  const { cpuSeconds } = await server.measure('cpu');
  return { delays, cpuMicrosecondsPerToken: ((cpuSeconds - before.cpuSeconds) / delays.length) * 1e6 };
}
