import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchOptions } from './measure/bench-options.js';
import { backlog } from './knobs/backlog.js';
import { cache } from './knobs/cache.js';
import { embeddingWorkers } from './knobs/embedding-workers.js';
import { slowRetriever } from './knobs/slow-retriever.js';
import { upstreamConcurrency } from './knobs/upstream-concurrency.js';

// Measures the effect of settings in docs/operations.md, before and after in one run.
const values = benchOptions('knobs', { only: 'concurrency,retriever,cache,backlog,workers', data: '' });
const parts = new Set(values.only.split(','));

// Uses separate tables unless `--data` is given: without tables the cache is off and retrieval fails.
const own = values.data === '' ? await mkdtemp(join(tmpdir(), 'knobs-')) : undefined;
const dataDir = own ?? values.data;

if (parts.has('concurrency')) await upstreamConcurrency();
if (parts.has('retriever')) await slowRetriever();
if (parts.has('cache')) await cache(dataDir);
if (parts.has('backlog')) await backlog();
if (parts.has('workers')) await embeddingWorkers(dataDir);
if (own) await rm(own, { recursive: true });
process.exit(0);
