import { UpstreamProcess } from '../test/harness/index.js';
import { benchOptions } from './measure/bench-options.js';
import { median, quantile } from './measure/median.js';
import { printTable } from './measure/print-table.js';
import { memoryPerStream } from './streaming/open-streams.js';
import { type Paced, paced } from './streaming/paced.js';
import { OURS, READ_LIMIT, TOKEN_LIMIT, inTurns, installedPeers, startSide } from './streaming/sides.js';
import { type Throughput, throughput } from './streaming/throughput.js';

const LIMITS = [TOKEN_LIMIT, READ_LIMIT];
const PACED_CLIENTS = 100;
const PACED_INTERVAL_MS = 50;
const IDLE_STREAMS = 1_000;

const values = benchOptions('streaming', {
  rounds: '5',
  concurrent: '16,64',
  only: 'throughput,short,paced,memory',
  peers: 'yes',
});
const rounds = Number(values.rounds);
const peers = values.peers === 'yes' ? installedPeers() : [];
const upstream = await UpstreamProcess.start(['--mode', 'ok?tokens=300']);
const start = (names: readonly string[]) => Promise.all(names.map((name) => startSide(name, upstream.url)));
const stop = (servers: readonly { stop(): Promise<void> }[]) => Promise.all(servers.map((server) => server.stop()));
const title = (text: string) => console.log(`\n${text}\n`);

/** Measures throughput of readings without delays between tokens. */
async function burst(tokens: number, names: readonly string[]): Promise<void> {
  await upstream.setMode(`ok?tokens=${tokens}`);
  const servers = await start(names);
  const rows: (string | number)[][] = [];
  for (const concurrent of values.concurrent.split(',').map(Number)) {
    // Each round runs for seconds; shorter rounds measure compilation and garbage collection.
    const readings = Math.max(240, concurrent * 4);
    const samples = await inTurns(servers, rounds, (server) => throughput(server, concurrent, readings));
    const of = (name: string, field: keyof Throughput) => median((samples.get(name) ?? []).map((one) => one[field]));
    const ratio = (name: string, field: keyof Throughput) => (of(OURS, field) / of(name, field)).toFixed(2);
    for (const name of names) {
      rows.push([
        `${concurrent} at once, ${name}`,
        of(name, 'readingsPerSecond'),
        of(name, 'cpuMsPerReading').toFixed(2),
        (of(name, 'bytesPerReading') / 1_024).toFixed(1),
        of(name, 'deltasPerReading').toFixed(0),
        ...(name === OURS
          ? ['', '', '']
          : [ratio(name, 'readingsPerSecond'), ratio(name, 'cpuMsPerReading'), ratio(name, 'bytesPerReading')]),
      ]);
    }
  }
  printTable(['', 'readings/s', 'CPU ms', 'KiB', 'deltas', 'ours/it readings', 'ours/it CPU', 'ours/it bytes'], rows);
  await stop(servers);
}

if (values.only.includes('throughput')) {
  title(`No delays, 3 × 300 tokens a reading, medians of ${rounds} rounds.`);
  await burst(300, [OURS, ...LIMITS, ...peers]);
  console.log(
    '\ntarget: readings ≥ 1.0 × "per token", ≥ 0.6 × "per read", ≥ 4 × each framework; CPU ≤ 1.5 × "per token"',
  );
}

if (values.only.includes('short')) {
  title('No delays, 3 × 40 tokens a reading: the fixed cost of a reading.');
  await burst(40, [OURS, ...LIMITS]);
  console.log('\ntarget: CPU ≤ "per token" + 2.0 ms, bytes ≤ 1.4 × "per token"');
}

if (values.only.includes('paced')) {
  await upstream.setMode(`ok?tokens=60&delay=${PACED_INTERVAL_MS}&stamp`);
  title(`${PACED_CLIENTS} readings of 3 × 20 tokens/s: from the upstream's write to the client's read.`);
  const names = [OURS, TOKEN_LIMIT, ...peers];
  const servers = await start(names);
  const samples = await inTurns(servers, Math.min(rounds, 3), (server) =>
    paced(server, PACED_CLIENTS, PACED_INTERVAL_MS),
  );
  const of = (name: string, value: (one: Paced) => number) => median((samples.get(name) ?? []).map(value));
  const delayAt = (share: number) => (one: Paced) => quantile([...one.delays], share);
  const rows = names.map((name) => [
    name,
    of(name, delayAt(0.5)).toFixed(2),
    of(name, delayAt(0.99)).toFixed(2),
    of(name, (one) => one.cpuMicrosecondsPerToken).toFixed(1),
  ]);
  printTable(['', 'p50 ms', 'p99 ms', 'CPU µs/token'], rows);
  console.log('\ntarget: CPU ≤ 1.15 ×, p99 ≤ p99 of "per token" + 5 ms');
  await stop(servers);
}

if (values.only.includes('memory')) {
  await upstream.setMode('stall?after=5');
  const openUpstream = async () => (await upstream.counts()).open;
  title(`Memory of each of ${IDLE_STREAMS} open streams, KiB (heap after a collection; resident).`);
  const rows: string[][] = [];
  for (const name of [OURS, TOKEN_LIMIT]) {
    // Use a new process per measurement: memory left by earlier streams would hide the cost.
    const fresh = await startSide(name, upstream.url);
    await memoryPerStream(fresh, 20, openUpstream);
    const memory = await memoryPerStream(fresh, IDLE_STREAMS, openUpstream);
    rows.push([
      name,
      memory.heldKilobytes.toFixed(1),
      memory.residentKilobytes.toFixed(1),
      memory.openUpstream.toFixed(0),
    ]);
    await fresh.stop();
  }
  printTable(['', 'held', 'resident', 'open upstream streams'], rows);
  console.log('\ntarget: ≤ 64 KiB resident');
}

if (values.peers === 'yes' && peers.length === 0)
  console.log('\nWithout the framework servers: `npm ci --prefix bench/peers` installs them.');
await upstream.stop();
process.exit(0);
