import { UpstreamProcess } from '../test/harness/index.js';
import { benchOptions } from './measure/bench-options.js';
import { median } from './measure/median.js';
import { printTable } from './measure/print-table.js';
import { MeasuredProcess } from './streaming/measured-process.js';
import { type Throughput, throughput } from './streaming/throughput.js';

// Measures the cost of metrics: the same server with `METRICS=on` and `METRICS=off`, alternately.
const values = benchOptions('metrics', { rounds: '7', concurrent: '16' });
const [rounds, concurrent] = [Number(values.rounds), Number(values.concurrent)];
const upstream = await UpstreamProcess.start(['--mode', 'ok?tokens=300']);
const servers = {
  on: await MeasuredProcess.start('on', './nest-main.js', upstream.url),
  off: await MeasuredProcess.start('off', './nest-main.js', upstream.url, 'off'),
};
type Side = keyof typeof servers;
const SIDES: readonly Side[] = ['on', 'off'];
const samples: Record<Side, Throughput[]> = { on: [], off: [] };

// The first round is a warm-up; the order alternates, so that machine drift affects both sides equally.
for (let round = 0; round <= rounds; round++) {
  for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
    // Each round runs for seconds; shorter rounds measure compilation and garbage collection.
    const sample = await throughput(servers[side], concurrent, Math.max(240, concurrent * 16));
    if (round > 0) samples[side].push(sample);
  }
}
const of = (side: Side, field: keyof Throughput) => median(samples[side].map((sample) => sample[field]));
printTable(
  ['metrics', 'readings/s', 'CPU ms / reading'],
  SIDES.map((side) => [side, of(side, 'readingsPerSecond'), of(side, 'cpuMsPerReading').toFixed(2)]),
);
const pairs = (field: keyof Throughput) => {
  const ratios = samples.on.map((sample, round) => sample[field] / samples.off[round]![field]);
  return `${median(ratios).toFixed(3)} (pairs from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
};
console.log(`\non / off, medians of ${rounds} pairs: readings/s ${pairs('readingsPerSecond')}, target ≥ 0.95`);
// Unlike throughput, CPU time is hardly affected by other load on the machine.
console.log(`CPU per reading ${pairs('cpuMsPerReading')}`);

await servers.on.stop();
await servers.off.stop();
await upstream.stop();
process.exit(0);
