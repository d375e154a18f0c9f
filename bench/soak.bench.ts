import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { scrape } from '../test/harness/idle-streams.js';
import { UpstreamProcess } from '../test/harness/index.js';
import { waitUntil } from '../test/harness/wait-until.js';
import { benchOptions } from './measure/bench-options.js';
import { printTable } from './measure/print-table.js';
import { RealServer } from './measure/real-server.js';

const values = benchOptions('soak', { seconds: '600', rate: '10', warmup: '180' });
const [seconds, rate, warmupSeconds] = [Number(values.seconds), Number(values.rate), Number(values.warmup)];
const SAMPLE_MS = 5_000;
/** Every fourth client disconnects during the reading. */
const LEAVES = 4;
const LEAVE_AFTER_MS = 150;
/** Maximum time for running readings to end. */
const SETTLE_MS = 30_000;

interface Sample {
  readonly minute: number;
  /** Resident memory of the process, MiB. */
  readonly resident: number;
  /** Resident memory without the JavaScript heap and the buffers that it refers to, MiB. */
  readonly native: number;
  /** Used part of the JavaScript heap, MiB. */
  readonly heap: number;
}

const upstream = await UpstreamProcess.start(['--mode', 'ok?tokens=60&delay=5']);
const dataDir = await mkdtemp(join(tmpdir(), 'soak-'));
const server = await RealServer.start({
  DATA_DIR: dataDir,
  OPENAI_BASE_URL: upstream.url,
  OPENAI_API_KEY: 'key',
  OPENAI_MAX_CONCURRENCY: '512',
  // Short and small, so that event logs and caches reach their full size during the warm-up.
  RESUME_TTL_SECONDS: '20',
  MEMORY_BUDGET_MB: '32',
});

let asked = 0;
const failures: string[] = [];

async function read(number: number): Promise<void> {
  const leave = new AbortController();
  if (number % LEAVES === 0) setTimeout(() => leave.abort(), LEAVE_AFTER_MS);
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify({ dream: `A snake crossed river number ${number}.`, locale: 'en' }),
    signal: leave.signal,
  };
  try {
    const answer = await fetch(`${server.url}/v1/readings/dream`, init);
    const status = /"done":true,"status":"(\w+)"/.exec(await answer.text())?.[1];
    if (status !== 'ok') failures.push(`${answer.status} ${status}`);
  } catch (error) {
    if (!leave.signal.aborted) failures.push(String(error));
  }
}

/** Slope by least squares, in MiB per minute. */
function slope(samples: readonly Sample[], of: 'resident' | 'native'): number {
  const mean = (pick: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length;
  const [minute, mebibytes] = [mean((sample) => sample.minute), mean((sample) => sample[of])];
  const covariance = mean((sample) => (sample.minute - minute) * (sample[of] - mebibytes));
  return covariance / mean((sample) => (sample.minute - minute) ** 2);
}

async function sample(minute: number): Promise<Sample> {
  const value = await scrape(server.url);
  const mebibytes = (name: string) => value(`nodejs_${name}_bytes`) / 2 ** 20;
  const resident = server.resident().now;
  const native = resident - mebibytes('heap_size_total') - mebibytes('external_memory');
  return { minute, resident, native, heap: mebibytes('heap_size_used') };
}

/** The smallest heap, which is the one right after a collection. */
const smallestHeap = (samples: readonly Sample[]): number => Math.min(...samples.map(({ heap }) => heap));

interface Soaked {
  readonly samples: readonly Sample[];
  /** Value of a metric after the last reading. */
  readonly end: (name: string) => number;
}

async function soak(): Promise<Soaked> {
  const startedAt = performance.now();
  const readings = setInterval(() => void read(++asked), 1_000 / rate);
  const samples: Sample[] = [];
  while (performance.now() - startedAt < seconds * 1_000) {
    await delay(SAMPLE_MS);
    samples.push(await sample((performance.now() - startedAt) / 60_000));
  }
  clearInterval(readings);
  const isIdle = async () => (await scrape(server.url))('http_streams_active') === 0;
  await waitUntil(isIdle, SETTLE_MS).catch(() => {});
  return { samples, end: await scrape(server.url) };
}

function print({ samples, end }: Soaked): void {
  const steady = samples.filter(({ minute }) => minute * 60 > warmupSeconds);
  const middle = steady.length >> 1;
  const halves = [steady.slice(0, middle), steady.slice(middle)];
  console.log(`\n${rate} readings a second for ${seconds} s; every fourth reader leaves early\n`);
  printTable(
    ['', ''],
    [
      ['readings', String(asked)],
      ['failed', [failures.length, ...new Set(failures)].join(', ')],
      [`resident memory after ${warmupSeconds} s, MiB`, steady[0]?.resident ?? Number.NaN],
      ['resident memory at the end, MiB', steady.at(-1)?.resident ?? Number.NaN],
      // Resident memory rises between two major collections, so its slope depends on when the measurement begins.
      [`slope of it after ${warmupSeconds} s, MiB a minute`, slope(steady, 'resident').toFixed(2)],
      ['slope outside of the JavaScript heap, MiB a minute', slope(steady, 'native').toFixed(2)],
      ['smallest heap in the first and second half, MiB', halves.map(smallestHeap).map(Math.round).join(', ')],
      ['streams left open', String(end('http_streams_active'))],
      ['orphaned upstream requests', String(end('llm_orphaned_upstreams'))],
    ],
  );
}

try {
  print(await soak());
} finally {
  await server.stop();
  await upstream.stop();
  await rm(dataDir, { recursive: true });
}
process.exit(0);
