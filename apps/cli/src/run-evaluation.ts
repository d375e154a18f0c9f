import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMBEDDER, type Embedder } from '@app/embedding';
import { DomainRetriever, type EvaluationResult, evaluate } from '@app/rag';
import type { INestApplicationContext } from '@nestjs/common';
import type { EvalOptions } from './command-options.js';
import { showProgress } from './output/show-progress.js';
import { table } from './output/table.js';
import { untilInterrupted } from './until-interrupted.js';
import { EmbeddingContextModule, withContext } from './with-context.js';

/** Measures and prints. @throws EvaluationSetError */
export async function runEvaluation(folder: string, options: EvalOptions): Promise<void> {
  const module = existsSync(join(folder, 'corpus.jsonl')) ? EmbeddingContextModule : await retrievalModule();
  const result = await untilInterrupted((signal) =>
    withContext(module, (context) => measure(context, folder, options, signal)),
  );
  if (options.run !== undefined) await writeRun(options.run, result);
  process.stdout.write(options.json ? `${jsonLine(result)}\n` : `${table(lines(result))}\n`);
}

const retrievalModule = async () => (await import('./retrieval-context.js')).RetrievalContextModule;

async function measure(
  context: INestApplicationContext,
  folder: string,
  { mode }: EvalOptions,
  signal: AbortSignal,
): Promise<EvaluationResult> {
  const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
  const retriever = existsSync(join(folder, 'corpus.jsonl')) ? undefined : await packRetriever(context);
  const progress = showProgress('Building the temporary collection');
  const onProgress = (done: number, total: number) => progress.update({ done, total, passages: done });
  try {
    return await evaluate(folder, { mode, embedder, retriever, signal, onProgress });
  } finally {
    progress.stop();
  }
}

async function packRetriever(context: INestApplicationContext): Promise<DomainRetriever> {
  const { openStore } = await import('./retrieval-context.js');
  await openStore(context);
  return context.get(DomainRetriever, { strict: false });
}

const writeRun = (path: string, { run }: EvaluationResult): Promise<void> =>
  writeFile(path, run.map(({ query, document, score }) => `${query} ${document} ${score}\n`).join(''));

/** Its keys are promised to scripts by docs/retrieval.md. */
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
