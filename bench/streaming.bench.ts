import { UpstreamProcess } from '../test/harness/index.js';
import { benchOptions } from './measure/bench-options.js';
import { median, quantile } from './measure/median.js';
import { printTable } from './measure/print-table.js';
import { forwardingDelays } from './streaming/forwarding-delay.js';
import { MeasuredProcess } from './streaming/measured-process.js';
import { type PerStream, memoryPerStream } from './streaming/open-streams.js';
import { type Throughput, throughput } from './streaming/throughput.js';

const values = benchOptions('streaming', { rounds: '5', concurrent: '1,16,64,256', only: 'throughput,delay,memory' });
const rounds = Number(values.rounds);
const parts = new Set(values.only.split(','));

const upstream = await UpstreamProcess.start(['--mode', 'ok?tokens=300']);
const MAINS = { ours: './nest-main.js', bare: './bare-main.js' } as const;
type Side = keyof typeof MAINS;
const servers: Readonly<Record<Side, MeasuredProcess>> = {
  ours: await MeasuredProcess.start('ours', MAINS.ours, upstream.url),
  bare: await MeasuredProcess.start('bare', MAINS.bare, upstream.url),
};
const SIDES: readonly Side[] = ['ours', 'bare'];

/** Measures both sides alternately after a warm-up round, so that machine drift affects both equally. */
async function inTurns<Sample>(
  sample: (side: Side) => Promise<Sample>,
  counted = rounds,
): Promise<Record<Side, Sample[]>> {
  const samples: Record<Side, Sample[]> = { ours: [], bare: [] };
  for (let round = 0; round <= counted; round++) {
    for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
      const taken = await sample(side);
      if (round > 0) samples[side].push(taken);
    }
  }
  return samples;
}

if (parts.has('throughput')) {
  console.log(
    `\nNo delays, 3 × 300 tokens a reading, medians of ${rounds} rounds; "bare" uses node:http and undici directly.\n`,
  );
  const rows: (string | number)[][] = [];
  for (const concurrent of values.concurrent.split(',').map(Number)) {
    // Each round runs for seconds; shorter rounds measure compilation and garbage collection.
    const readings = Math.max(concurrent === 1 ? 60 : 240, concurrent * 4);
    const samples = await inTurns((side) => throughput(servers[side], concurrent, readings));
    const of = (side: Side, field: keyof Throughput) => median(samples[side].map((sample) => sample[field]));
    for (const side of SIDES) {
      rows.push([
        `${concurrent} concurrent, ${side}`,
        of(side, 'readingsPerSecond'),
        of(side, 'tokensPerSecond').toFixed(0),
        of(side, 'cpuSecondsPer1000').toFixed(2),
      ]);
    }
    const ratio = (field: keyof Throughput) => (of('ours', field) / of('bare', field)).toFixed(2);
    rows.push(['  ours / bare', ratio('readingsPerSecond'), ratio('tokensPerSecond'), ratio('cpuSecondsPer1000')]);
  }
  printTable(['', 'readings/s', 'tokens/s', 'CPU s / 1 000'], rows);
  console.log('\ntarget at 16 and 64: readings/s ≥ 0.75 ×, CPU ≤ 1.5 ×');
}

if (parts.has('delay')) {
  await upstream.setMode('ok?tokens=60&delay=50&stamp');
  const samples = await inTurns((side) => forwardingDelays(servers[side], 200, 50), Math.min(rounds, 3));
  console.log('\n200 clients, 50 ms between tokens: from the upstream’s write to the client’s read, ms\n');
  const of = (side: Side, share: number) => median(samples[side].map((delays) => quantile(delays, share)));
  printTable(
    ['', 'p50', 'p99'],
    SIDES.map((side) => [side, of(side, 0.5).toFixed(2), of(side, 0.99).toFixed(2)]),
  );
  console.log(
    `\nours p99 ${of('ours', 0.99).toFixed(2)} (target ≤ bare p99 × 1.5 + 5 = ${(of('bare', 0.99) * 1.5 + 5).toFixed(2)})`,
  );
}

if (parts.has('memory')) {
  await upstream.setMode('stall?after=5');
  const openUpstream = async () => (await upstream.counts()).open;
  const memory = {} as Record<Side, PerStream>;
  for (const side of SIDES) {
    // A new process per measurement: memory left by earlier streams would hide the cost.
    const fresh = await MeasuredProcess.start(side, MAINS[side], upstream.url);
    await memoryPerStream(fresh, 20, openUpstream);
    memory[side] = await memoryPerStream(fresh, 1_000, openUpstream);
    await fresh.stop();
  }
  console.log('\nMemory per open stream at 1 000, kB (heap after a collection; resident), and open upstream streams\n');
  const of = (side: Side, field: keyof PerStream) => memory[side][field];
  const row = (side: Side) => [
    side,
    of(side, 'heldKilobytes'),
    of(side, 'residentKilobytes'),
    of(side, 'openUpstream').toFixed(0),
  ];
  printTable(['', 'held', 'resident', 'upstream'], SIDES.map(row));
  console.log(`\nours / bare ${(of('ours', 'heldKilobytes') / of('bare', 'heldKilobytes')).toFixed(2)} (target ≤ 1.5)`);
}

await servers.ours.stop();
await servers.bare.stop();
await upstream.stop();
process.exit(0);
