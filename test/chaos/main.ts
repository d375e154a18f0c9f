import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedisServer, redisIsInstalled } from '@app/cache/testing';
import { ScriptableUpstream, UpstreamProcess } from '../harness/index.js';
import { printTable } from '../../bench/measure/print-table.js';
import { ApiProcess } from './api-process.js';
import { INPUT_VARIABLES, inputRows } from './input.rows.js';
import { LIMIT_VARIABLES, limitRows } from './limit.rows.js';
import { READER_VARIABLES, STUCK_UPSTREAM, readerRows, stuckReaderRows } from './reader.rows.js';
import { type Outcome, type Row, runRows } from './row.js';
import { startRows } from './start.rows.js';
import { storeRows } from './store.rows.js';
import { type ReadingContext, UPSTREAM_VARIABLES, upstreamRows } from './upstream.rows.js';

// Injects faults into the compiled server and prints expected and actual results: `npm run test:chaos [id …]`.
const wanted = new Set(process.argv.slice(2));
const startedAt = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'chaos-'));
// Servers that run as another user need access to their data folder.
await chmod(folder, 0o755);
const upstream = await new ScriptableUpstream({ recordBodies: false }).start();
const outcomes: Outcome[] = [];

/**
 * All servers share one folder of tables. The upstream provides the embeddings, so that building takes only seconds.
 */
const common = {
  DATA_DIR: join(folder, 'data'),
  EMBEDDINGS_URL: upstream.url,
  OPENAI_BASE_URL: upstream.url,
  OPENAI_API_KEY: 'key',
  OPENAI_MAX_CONCURRENCY: '512',
};

const selected = <Context>(rows: readonly Row<Context>[]) =>
  rows.filter(({ id }) => wanted.size === 0 || wanted.has(id));

async function play<Context>(
  variables: Readonly<Record<string, string>>,
  all: readonly Row<Context>[],
  contextOf: (base: ReadingContext) => Context,
): Promise<void> {
  const rows = selected(all);
  if (rows.length === 0) return;
  const api = await ApiProcess.start({ ...common, ...variables });
  try {
    outcomes.push(...(await runRows(rows, contextOf({ api, upstream }))));
  } finally {
    await api.kill();
    upstream.mode = 'ok';
    upstream.embeddingsMode = 'ok';
  }
}

const plain = (context: ReadingContext) => context;

/** With an upstream in its own process: this one measures the latency of clients. */
async function playStuckReaders(): Promise<void> {
  if (selected(stuckReaderRows).length === 0) return;
  const separate = await UpstreamProcess.start(STUCK_UPSTREAM);
  try {
    const urls = { OPENAI_BASE_URL: separate.url, EMBEDDINGS_URL: separate.url };
    await play<Pick<ReadingContext, 'api'>>({ ...READER_VARIABLES, ...urls }, stuckReaderRows, plain);
  } finally {
    await separate.stop();
  }
}

async function playStores(): Promise<void> {
  if (selected(storeRows).length === 0) return;
  if (!redisIsInstalled()) return void process.stderr.write('SKIPPED: redis-server is not installed\n');
  const redis = await RedisServer.start();
  const variables = { REDIS_URL: redis.url };
  const replica = () => ApiProcess.start({ ...common, ...variables });
  try {
    await play(variables, storeRows, (context) => ({ ...context, redis, replica }));
  } finally {
    await redis.kill();
  }
}

try {
  await play(UPSTREAM_VARIABLES, upstreamRows, plain);
  await play(LIMIT_VARIABLES, limitRows, plain);
  await playStuckReaders();
  await play(READER_VARIABLES, readerRows, plain);
  await playStores();
  await play(INPUT_VARIABLES, inputRows, plain);
  outcomes.push(...(await runRows(selected(startRows), { upstream, folder, variables: common })));
} finally {
  await upstream.stop();
  await rm(folder, { recursive: true, force: true });
}

const cells = ({ id, fault, expected, seen, ok, ms }: Outcome) => [
  ok ? 'ok' : 'FAIL',
  id,
  fault,
  expected,
  seen,
  `${(ms / 1_000).toFixed(1)} s`,
];
printTable(['', '#', 'fault', 'expected', 'seen', 'time'], outcomes.map(cells));
const failed = outcomes.filter(({ ok }) => !ok).length;
const minutes = (performance.now() - startedAt) / 60_000;
console.log(`${outcomes.length} rows, ${failed} not as expected, ${minutes.toFixed(1)} min`);
process.exit(failed === 0 ? 0 : 1);
