import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '@app/config';
import { EMBEDDER, type Embedder } from '@app/embedding';
import { KnowledgeBootstrap } from '@app/knowledge';
import {
  DomainRetriever,
  ENTITY_LINKER,
  type EntityLinker,
  type EvaluationResult,
  RERANKER,
  type Reranker,
  evaluate,
  keepOrder,
} from '@app/rag';
import type { INestApplicationContext } from '@nestjs/common';
import type { EvalOptions } from './command-options.js';
import { showBuilding } from './output/show-building.js';
import { type ProgressBar, type ProgressDisplay, showProgress } from './output/show-progress.js';
import { table } from './output/table.js';
import { RetrievalContextModule, openStore } from './retrieval-context.js';
import { untilInterrupted } from './until-interrupted.js';
import { withContext } from './with-context.js';

/** Runs the evaluation and prints the results. @throws EvaluationSetError */
export async function runEvaluation(folder: string, options: EvalOptions): Promise<void> {
  const result = await untilInterrupted((signal) =>
    withContext(RetrievalContextModule, (context) => measure(context, folder, options, signal)),
  );
  if (options.run !== undefined) await writeRun(options.run, result);
  process.stdout.write(options.json ? `${jsonLine(result)}\n` : `${table(lines(result))}\n`);
}

async function measure(
  context: INestApplicationContext,
  folder: string,
  { mode, rerank = false }: EvalOptions,
  signal: AbortSignal,
): Promise<EvaluationResult> {
  const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
  const reranker = rerank ? configuredReranker(context) : keepOrder;
  const linker = context.get<EntityLinker>(ENTITY_LINKER, { strict: false });
  const progress = showProgress();
  try {
    const retriever = existsSync(join(folder, 'corpus.jsonl'))
      ? undefined
      : await packRetriever(context, { reranker, signal, progress });
    const onProgress = showCollection(progress);
    return await evaluate(folder, { mode, embedder, linker, retriever, reranker, signal, onProgress });
  } finally {
    progress.stop();
  }
}

function showCollection(progress: ProgressDisplay): (done: number, total: number) => void {
  let bar: ProgressBar | undefined;
  return (done, total) =>
    (bar ??= progress.bar('Building the temporary collection', 'passages')).update({ done, total });
}

interface PackOptions {
  readonly reranker: Reranker;
  readonly signal: AbortSignal;
  readonly progress: ProgressDisplay;
}

/** Retriever for the built-in knowledge files; builds missing tables first. */
async function packRetriever(
  context: INestApplicationContext,
  { reranker, signal, progress }: PackOptions,
): Promise<DomainRetriever> {
  const onProgress = showBuilding(progress, 'Building the knowledge tables (only the first time)');
  await context.get(KnowledgeBootstrap, { strict: false }).ensure({ signal, onProgress });
  return new DomainRetriever(await openStore(context), reranker);
}

/** @throws ConfigurationError when no reranker is configured */
function configuredReranker(context: INestApplicationContext): Reranker {
  const reranker = context.get<Reranker>(RERANKER, { strict: false });
  if (reranker.depth === 0) throw new ConfigurationError(['--rerank needs a reranking server: set RERANK_URL']);
  return reranker;
}

const writeRun = (path: string, { run }: EvaluationResult): Promise<void> =>
  writeFile(path, run.map(({ query, document, score }) => `${query} ${document} ${score}\n`).join(''));

/** The keys are documented in docs/retrieval.md. */
const jsonLine = (result: EvaluationResult): string => JSON.stringify({ ...result, run: undefined });

function lines(result: EvaluationResult): ReadonlyArray<readonly string[]> {
  const { queries, latencyMs } = result;
  const names = ['nDCG@10', 'Recall@10', 'Recall@100', 'MRR@10'] as const;
  return [
    ...names.map((name) => [name, result[name].toFixed(4)]),
    ['queries', `${queries}`],
    ['latency', `p50 ${latencyMs.p50.toFixed(1)} ms, p95 ${latencyMs.p95.toFixed(1)} ms`],
  ];
}
