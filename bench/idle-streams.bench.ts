import { setTimeout as delay } from 'node:timers/promises';
import { UpstreamProcess } from '../test/harness/index.js';
import { IdleStreams, idleEnvironment, scrape } from '../test/harness/idle-streams.js';
import { ServerProcess } from '../test/harness/server-process.js';
import { benchOptions } from './measure/bench-options.js';
import { printTable } from './measure/print-table.js';
import { residentMib } from './measure/resident-mib.js';

const values = benchOptions('idle', { streams: '10000', seconds: '30', heartbeat: '10000' });
const [count, seconds, heartbeatMs] = [Number(values.streams), Number(values.seconds), Number(values.heartbeat)];

/** Time limit of the one request that must be refused. */
const ANSWER_MS = 10_000;

const upstream = await UpstreamProcess.start(['--mode', 'hang-after-headers']);
const server = await ServerProcess.start(idleEnvironment(upstream.url, count, heartbeatMs));
const url = `${server.url}/v1/readings/dream`;

// Warm up, so that compiled code is not attributed to the streams.
const warm = await IdleStreams.open(url, Math.min(50, count));
warm.close();
await delay(2_000);

const before = await residentMib(url);
const startedAt = performance.now();
const streams = await IdleStreams.open(url, count);
const openedMs = performance.now() - startedAt;

// Each scrape resets the lag gauge: from here on it covers only the idle streams.
const [pingsBefore, rest] = [streams.pings, await scrape(url)];
await delay(seconds * 1_000);
const [pings, end] = [streams.pings - pingsBefore, await scrape(url)];
const cpu = end('process_cpu_seconds_total') - rest('process_cpu_seconds_total');
const after = end('process_resident_memory_bytes') / 1024 ** 2;
/** Event-loop lag including the 10 ms timer that measures it. */
const lagMs = (quantile: string) => end(`nodejs_eventloop_lag_${quantile}_seconds`) * 1_000;
const answeredAt = performance.now();
const refused = await fetch(url, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
  body: JSON.stringify({ dream: 'One more snake.' }),
  signal: AbortSignal.timeout(ANSWER_MS),
});
const refusedMs = performance.now() - answeredAt;

console.log(`\n${count} readings waiting for their upstream, ${seconds} s, heartbeat every ${heartbeatMs} ms\n`);
printTable(
  ['', ''],
  [
    ['taken in', String(streams.accepted)],
    ['still open', String(streams.open)],
    ['opened in, s', (openedMs / 1_000).toFixed(1)],
    ['resident memory before, MiB', before],
    ['resident memory with them, MiB', after],
    ['resident memory a stream, KiB', ((after - before) * 1_024) / count],
    ['event loop lag p50, ms (10 is none)', lagMs('p50')],
    ['event loop lag p99, ms', lagMs('p99')],
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
