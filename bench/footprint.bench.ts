import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { UpstreamProcess } from '../test/harness/index.js';
import { installSize } from './footprint/install-size.js';
import { benchOptions } from './measure/bench-options.js';
import { concurrently } from './measure/concurrently.js';
import { median } from './measure/median.js';
import { printTable } from './measure/print-table.js';
import { readDream } from './measure/read-dream.js';
import { RealServer } from './measure/real-server.js';

const values = benchOptions('footprint', { readings: '1000', concurrent: '8', only: 'install,start,growth', data: '' });
const [readings, concurrent] = [Number(values.readings), Number(values.concurrent)];
const parts = new Set(values.only.split(','));

/** Time without requests before the idle memory is measured. */
const IDLE_MS = 10_000;
/** Readings, one after the other, whose median is the time of a warm reading. */
const WARM_READINGS = 21;

const upstream = await UpstreamProcess.start(['--mode', 'ok?tokens=60']);
const ownDir = values.data === '' ? await mkdtemp(join(tmpdir(), 'footprint-')) : undefined;
const tables = { DATA_DIR: ownDir ?? values.data };
const model = { ...tables, OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'bench' };

type Variables = Readonly<Record<string, string>>;

let asked = 0;
/** Every dream is different, because equal ones would share one reading. */
const read = (url: string) => readDream(url, `A dream of a snake and ${++asked} stairs behind a door.`);

/** Time until ready, resident memory, and the first reading compared with a warm one. */
async function start(name: string, variables: Variables): Promise<readonly (string | number)[]> {
  const server = await RealServer.start(variables);
  await delay(IDLE_MS);
  const { now, peak } = server.resident();
  const { totalMs: firstMs } = await read(server.url);
  const warm: number[] = [];
  for (let count = 0; count < WARM_READINGS; count++) warm.push((await read(server.url)).totalMs);
  await server.stop();
  return [name, (server.readyMs / 1_000).toFixed(2), now, peak, firstMs, median(warm)];
}

/** Resident memory after readings that no cache keeps, or that all caches may keep. */
async function growth(name: string, variables: Variables): Promise<readonly (string | number)[]> {
  const server = await RealServer.start(variables);
  const samples: number[] = [];
  for (const share of [0.1, 0.4, 0.5]) {
    await concurrently(readings * share, concurrent, () => read(server.url));
    samples.push(server.resident().now);
  }
  await delay(IDLE_MS);
  samples.push(server.resident().now);
  await server.stop();
  return [name, ...samples];
}

if (parts.has('install')) {
  const { all, production } = installSize();
  printTable(
    ['installed packages, MiB', ''],
    [
      ['node_modules', all],
      ['of these for production', production],
    ],
  );
}

if (parts.has('start')) {
  const rows = [
    ...(ownDir ? [await start('first start', tables)] : []),
    await start('with tables', tables),
    await start('with tables and a model', model),
  ];
  console.log(`\nStart; resident memory in MiB, ${IDLE_MS / 1_000} s after it was ready\n`);
  printTable(['', 'ready, s', 'resident', 'peak', 'first reading, ms', 'warm reading, ms'], rows);
}

if (parts.has('growth')) {
  console.log(`\n${readings} readings with a model, ${concurrent} at once; resident memory in MiB\n`);
  const rows = [
    await growth('nothing kept', { ...model, CACHE_TTL_SECONDS: '0', RESUME_TTL_SECONDS: '0' }),
    await growth('default caches', model),
  ];
  printTable(['', 'after a tenth', 'after half', 'after all', 'idle after that'], rows);
}

if (ownDir) await rm(ownDir, { recursive: true });
await upstream.stop();
process.exit(0);
