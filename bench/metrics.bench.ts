import { UpstreamProcess } from '../test/harness/index.js';
import { benchOptions } from './measure/bench-options.js';
import { median } from './measure/median.js';
import { printTable } from './measure/print-table.js';
import { MeasuredProcess } from './streaming/measured-process.js';
import { type Throughput, throughput } from './streaming/throughput.js';

// What metrics cost: the same server with METRICS=on and off, measured in turns.
const values = benchOptions('metrics', { rounds: '7', concurrent: '16' });
const [rounds, concurrent] = [Number(values.rounds), Number(values.concurrent)];
const upstream = await UpstreamProcess.start(['--mode', 'ok?tokens=300']);
const servers = {
  on: await MeasuredProcess.start('on', './nest-main.js', upstream.url),
  off: await MeasuredProcess.start('off', './nest-without-metrics-main.js', upstream.url),
};
type Side = keyof typeof servers;
const SIDES: readonly Side[] = ['on', 'off'];
const samples: Record<Side, Throughput[]> = { on: [], off: [] };

// The first round is a warm-up; sides take turns in going first, so that a drifting machine favours neither.
for (let round = 0; round <= rounds; round++) {
  for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
    // Seconds of work a round: shorter ones measure the compiler and the collector.
    const sample = await throughput(servers[side], concurrent, Math.max(240, concurrent * 16));
    if (round > 0) samples[side].push(sample);
  }
}
const of = (side: Side, field: keyof Throughput) => median(samples[side].map((sample) => sample[field]));
printTable(
  ['metrics', 'readings/s', 'CPU s / 1 000'],
  SIDES.map((side) => [side, of(side, 'readingsPerSecond'), of(side, 'cpuSecondsPer1000').toFixed(2)]),
);
const pairs = (field: keyof Throughput) => {
  const ratios = samples.on.map((sample, round) => sample[field] / samples.off[round]![field]);
  return `${median(ratios).toFixed(3)} (pairs from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
};
console.log(`\non / off, medians of ${rounds} pairs: readings/s ${pairs('readingsPerSecond')}, wanted ≥ 0.95`);
// What others on the machine take shows in the readings a second and hardly here.
console.log(`CPU a reading ${pairs('cpuSecondsPer1000')}`);

await servers.on.stop();
await servers.off.stop();
await upstream.stop();
process.exit(0);
