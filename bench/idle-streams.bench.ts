import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { UpstreamProcess } from '../test/harness/index.js';
import { IdleStreams, idleEnvironment, sample } from '../test/harness/idle-streams.js';
import { ServerProcess } from '../test/harness/server-process.js';
import { printTable } from './measure/print-table.js';

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    streams: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '30' },
    heartbeat: { type: 'string', default: '10000' },
  },
});
if (values.help) {
  console.log('npm run bench:idle -- [--streams 10000] [--seconds 30] [--heartbeat 10000]');
  process.exit(0);
}
const [count, seconds, heartbeatMs] = [Number(values.streams), Number(values.seconds), Number(values.heartbeat)];

const upstream = await UpstreamProcess.start(['--mode', 'hang-after-headers']);
const server = await ServerProcess.start(idleEnvironment(upstream.url, count, heartbeatMs));
const url = `${server.url}/v1/readings/dream`;

/** Warmed first: code that is compiled once is no stream's cost. */
const warm = await IdleStreams.open(url, Math.min(50, count));
warm.close();
await delay(2_000);

const megabytes = async () => (await sample(url, 'process_resident_memory_bytes')) / 1024 ** 2;
const before = await megabytes();
const startedAt = performance.now();
const streams = await IdleStreams.open(url, count);
const openedMs = performance.now() - startedAt;

// The scrape forgets what was seen before it: from here on it is the streams at rest.
await sample(url, 'nodejs_eventloop_lag_p99_seconds');
const [pingsBefore, cpuBefore] = [streams.pings, await sample(url, 'process_cpu_seconds_total')];
await delay(seconds * 1_000);
const [lagP50, lagP99] = [
  await sample(url, 'nodejs_eventloop_lag_p50_seconds'),
  await sample(url, 'nodejs_eventloop_lag_p99_seconds'),
];
const [pings, cpu] = [streams.pings - pingsBefore, (await sample(url, 'process_cpu_seconds_total')) - cpuBefore];
const after = await megabytes();
const answeredAt = performance.now();
const refused = await fetch(url, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ dream: 'One more snake.' }),
});
const refusedMs = performance.now() - answeredAt;

console.log(`\n${count} readings that wait for their upstream, ${seconds} s, a heartbeat every ${heartbeatMs} ms\n`);
printTable(
  ['', ''],
  [
    ['taken in', String(streams.accepted)],
    ['still open', String(streams.open)],
    ['opened in, s', (openedMs / 1_000).toFixed(1)],
    ['resident memory before, MB', before],
    ['resident memory with them, MB', after],
    ['resident memory a stream, kB', ((after - before) * 1_024) / count],
    ['event loop lag p50, ms', lagP50 * 1_000],
    ['event loop lag p99, ms', lagP99 * 1_000],
    ['CPU, % of one core', (cpu / seconds) * 100],
    ['heartbeats seen', String(pings)],
    ['heartbeats expected', String(Math.floor((count * seconds * 1_000) / heartbeatMs))],
    ['fewest heartbeats of one stream', String(streams.fewestPings)],
    ['one more', `${refused.status}, Retry-After ${refused.headers.get('retry-after')}, ${refusedMs.toFixed(0)} ms`],
  ],
);

streams.close();
await server.kill();
await upstream.stop();
process.exit(0);
