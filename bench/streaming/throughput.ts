import { concurrently } from '../measure/concurrently.js';
import type { MeasuredProcess } from './measured-process.js';
import { readStream } from './read-stream.js';

export interface Throughput {
  readonly readingsPerSecond: number;
  readonly cpuMsPerReading: number;
  readonly bytesPerReading: number;
  readonly deltasPerReading: number;
}

const DELTA = Buffer.from('event: delta');

/** Runs `readings` readings, at most `concurrent` at a time. */
export async function throughput(server: MeasuredProcess, concurrent: number, readings: number): Promise<Throughput> {
  const before = await server.measure('cpu');
  let deltas = 0;
  let received = 0;
  const { ms } = await concurrently(readings, concurrent, async () => {
    const parts: Buffer[] = [];
    await readStream(server.url, (bytes) => parts.push(bytes));
    const whole = Buffer.concat(parts);
    received += whole.length;
    deltas += count(whole, DELTA);
  });
  const { cpuSeconds } = await server.measure('cpu');
  return {
    readingsPerSecond: readings / (ms / 1_000),
    cpuMsPerReading: ((cpuSeconds - before.cpuSeconds) / readings) * 1_000,
    bytesPerReading: received / readings,
    deltasPerReading: deltas / readings,
  };
}

function count(bytes: Buffer, needle: Buffer): number {
  let found = 0;
  for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + needle.length)) found++;
  return found;
}
