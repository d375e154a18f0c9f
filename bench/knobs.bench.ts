import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backlog } from './knobs/backlog.js';
import { cache } from './knobs/cache.js';
import { embeddingWorkers } from './knobs/embedding-workers.js';
import { slowRetriever } from './knobs/slow-retriever.js';
import { upstreamConcurrency } from './knobs/upstream-concurrency.js';

// What the knobs of docs/operations.md do, each before and after in one run.
const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    only: { type: 'string', default: 'concurrency,retriever,cache,backlog,workers' },
    data: { type: 'string' },
  },
});
if (values.help) {
  console.log(
    'npm run bench:knobs -- [--only concurrency,retriever,cache,backlog,workers] [--data folder with tables]',
  );
  process.exit(0);
}
const parts = new Set(values.only.split(','));

// Tables of its own unless it is given some: with none nothing may be remembered, and nothing can be found.
const own = values.data === undefined ? await mkdtemp(join(tmpdir(), 'knobs-')) : undefined;
const dataDir = values.data ?? own ?? '';

if (parts.has('concurrency')) await upstreamConcurrency();
if (parts.has('retriever')) await slowRetriever();
if (parts.has('cache')) await cache(dataDir);
if (parts.has('backlog')) await backlog();
if (parts.has('workers')) await embeddingWorkers(dataDir);
if (own) await rm(own, { recursive: true });
process.exit(0);
