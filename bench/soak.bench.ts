import { setTimeout as delay } from 'node:timers/promises';
import { scrape } from '../test/harness/idle-streams.js';
import { UpstreamProcess } from '../test/harness/index.js';
import { ServerProcess } from '../test/harness/server-process.js';
import { benchOptions } from './measure/bench-options.js';
import { printTable } from './measure/print-table.js';

const values = benchOptions('soak', { seconds: '600', rate: '20', warmup: '180' });
const [seconds, rate, warmupSeconds] = [Number(values.seconds), Number(values.rate), Number(values.warmup)];
const SAMPLE_MS = 5_000;
/** Every fourth client disconnects during the reading. */
const LEAVES = 4;
const LEAVE_AFTER_MS = 150;

interface Sample {
  readonly minute: number;
  readonly megabytes: number;
}

const upstream = await UpstreamProcess.start(['--mode', 'ok?tokens=60&delay=5']);
const server = await ServerProcess.start({
  OPENAI_BASE_URL: upstream.url,
  OPENAI_API_KEY: 'key',
  OPENAI_MAX_CONCURRENCY: '512',
  // Short, so that intentionally retained memory reaches its full size during the warm-up.
  RESUME_TTL_SECONDS: '20',
  LOG_LEVEL: 'silent',
});

let [asked, failed] = [0, 0];

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
    if (!(await answer.text()).includes('"status":"ok"')) failed++;
  } catch {
    if (!leave.signal.aborted) failed++;
  }
}

/** Slope by least squares, in MB per minute. */
function slope(samples: readonly Sample[]): number {
  const mean = (pick: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length;
  const [minute, megabytes] = [mean((sample) => sample.minute), mean((sample) => sample.megabytes)];
  const covariance = mean((sample) => (sample.minute - minute) * (sample.megabytes - megabytes));
  return covariance / mean((sample) => (sample.minute - minute) ** 2);
}

const startedAt = performance.now();
const readings = setInterval(() => void read(++asked), 1_000 / rate);
const samples: Sample[] = [];
while (performance.now() - startedAt < seconds * 1_000) {
  await delay(SAMPLE_MS);
  const value = await scrape(server.url);
  const minute = (performance.now() - startedAt) / 60_000;
  samples.push({ minute, megabytes: value('process_resident_memory_bytes') / 1024 ** 2 });
}
clearInterval(readings);
await delay(3_000);
const end = await scrape(server.url);
const steady = samples.filter(({ minute }) => minute * 60 > warmupSeconds);

console.log(`\n${rate} readings a second for ${seconds} s; every fourth reader leaves early\n`);
printTable(
  ['', ''],
  [
    ['readings', String(asked)],
    ['failed', String(failed)],
    ['resident memory at the end, MB', samples.at(-1)?.megabytes ?? Number.NaN],
    [`slope after ${warmupSeconds} s, MB a minute`, slope(steady).toFixed(2)],
    ['streams left open', String(end('http_streams_active'))],
    ['orphaned upstream requests', String(end('llm_orphaned_upstreams'))],
  ],
);
await server.kill();
await upstream.stop();
process.exit(0);
