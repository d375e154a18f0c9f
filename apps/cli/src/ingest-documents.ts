import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder } from '@app/embedding';
import {
  DocumentIngestion,
  type IngestionSummary,
  KnowledgeBootstrap,
  collectionName,
  printable,
} from '@app/knowledge';
import type { INestApplicationContext } from '@nestjs/common';
import type { IngestOptions } from './command-options.js';
import { ExitCode } from './exit-code.js';
import { duration, rateOf } from './output/rate.js';
import { showProgress } from './output/show-progress.js';
import { untilInterrupted } from './until-interrupted.js';

/** @returns the exit code */
export async function ingestDocuments(paths: readonly string[], options: IngestOptions): Promise<number> {
  collectionName(options.collection);
  const { EmbeddingContextModule, withContext } = await import('./with-context.js');
  const { summary, elapsedMs } = await untilInterrupted((signal) =>
    withContext(EmbeddingContextModule, (context) => ingest(context, paths, options, signal)),
  );
  process.stdout.write(`${summaryLine(summary, options.collection, elapsedMs)}\n`);
  return exitCode(summary, options);
}

async function ingest(
  context: INestApplicationContext,
  paths: readonly string[],
  { collection, prune, lang }: IngestOptions,
  signal: AbortSignal,
): Promise<{ readonly summary: IngestionSummary; readonly elapsedMs: number }> {
  const config = context.get<RagConfig>(ragConfig.KEY, { strict: false });
  const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
  await ensureTables(new KnowledgeBootstrap(config, embedder), signal);
  const progress = showProgress('Ingesting');
  const startedAt = performance.now();
  try {
    const ingestion = new DocumentIngestion(config, embedder);
    const summary = await ingestion.ingest(
      { paths, collection, prune, lang },
      {
        signal,
        onRefused: ({ document, reason }) => progress.note(`refused: ${printable(document)}: ${reason}`),
        onLoss: ({ document, reason }) => progress.note(`warning: ${printable(document)}: ${reason}`),
        onProgress: ({ doneBytes, totalBytes, passages }) =>
          progress.update({ done: doneBytes, total: totalBytes, passages }),
      },
    );
    return { summary, elapsedMs: performance.now() - startedAt };
  } finally {
    progress.stop();
  }
}

/** Builds the tables first, because ingested documents share them with the built-in knowledge files. */
async function ensureTables(bootstrap: KnowledgeBootstrap, signal: AbortSignal): Promise<void> {
  const progress = showProgress('Building the knowledge tables (only the first time)');
  const onProgress = ({ done, total }: { done: number; total: number }) =>
    progress.update({ done, total, passages: done });
  try {
    await bootstrap.ensure({ signal, onProgress });
  } finally {
    progress.stop();
  }
}

function summaryLine(summary: IngestionSummary, collection: string, elapsedMs: number): string {
  const { added, replaced, unchanged, removed, refused, hidden, passages } = summary;
  const counts = `${added} added, ${replaced} replaced, ${unchanged} unchanged, ${removed} removed, ${refused} refused`;
  const passedOver = hidden > 0 ? `, ${hidden} hidden passed over` : '';
  const work = `${passages} passages embedded in ${duration(elapsedMs)} (${rateOf(passages, elapsedMs)}/s)`;
  return `Collection ${printable(collection)}: ${counts}${passedOver}; ${work}.`;
}

/** Rejected files are an error only when no file was ingested: a folder of notes may contain pictures. */
function exitCode(summary: IngestionSummary, { strict }: IngestOptions): number {
  const { added, replaced, unchanged, removed, refused } = summary;
  if (refused === 0) return ExitCode.done;
  if (added + replaced + unchanged + removed === 0) return ExitCode.failed;
  return strict ? ExitCode.refused : ExitCode.done;
}
