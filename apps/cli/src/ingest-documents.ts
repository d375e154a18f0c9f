import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder } from '@app/embedding';
import {
  DocumentIngestion,
  type IngestionSummary,
  KnowledgeBootstrap,
  PrebuiltTables,
  collectionName,
} from '@app/knowledge';
import { printable } from '@app/text';
import type { INestApplicationContext } from '@nestjs/common';
import type { IngestOptions } from './command-options.js';
import { ExitCode } from './exit-code.js';
import { duration, rateOf } from './output/rate.js';
import { showBuilding } from './output/show-building.js';
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
  { collection, prune, lang, timeout }: IngestOptions,
  signal: AbortSignal,
): Promise<{ readonly summary: IngestionSummary; readonly elapsedMs: number }> {
  const config = context.get<RagConfig>(ragConfig.KEY, { strict: false });
  const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
  const progress = showProgress();
  try {
    // Ingested documents share the tables with the built-in knowledge files, which are therefore written first.
    const onProgress = showBuilding(progress, 'Building the knowledge tables (only the first time)');
    const bootstrap = new KnowledgeBootstrap(config, embedder, PrebuiltTables.find());
    await bootstrap.ensureWritable({ signal, onProgress });
    const startedAt = performance.now();
    const ingestion = new DocumentIngestion(config, embedder);
    const summary = await ingestion.ingest(
      { paths, collection, prune, lang },
      {
        signal,
        timeMs: timeout * 1_000,
        onRefused: ({ document, reason }) => progress.note(`refused: ${printable(document)}: ${reason}`),
        onWarning: ({ document, reason }) => progress.note(`warning: ${printable(document)}: ${reason}`),
        onProgress: showBuilding(progress, 'Ingesting'),
      },
    );
    return { summary, elapsedMs: performance.now() - startedAt };
  } finally {
    progress.stop();
  }
}

function summaryLine(summary: IngestionSummary, collection: string, elapsedMs: number): string {
  const { added, replaced, unchanged, removed, refused, hidden, passages } = summary;
  const counts = `${added} added, ${replaced} replaced, ${unchanged} unchanged, ${removed} removed, ${refused} refused`;
  const skipped = hidden > 0 ? `, ${hidden} hidden skipped` : '';
  const work = `${passages} passages in ${duration(elapsedMs)} (${rateOf(passages, elapsedMs)}/s)`;
  return `Collection ${printable(collection)}: ${counts}${skipped}; ${work}.`;
}

/** Rejected files are an error only when no file was ingested: a folder of notes may contain pictures. */
function exitCode(summary: IngestionSummary, { strict }: IngestOptions): number {
  const { added, replaced, unchanged, removed, refused } = summary;
  if (refused === 0) return ExitCode.done;
  if (added + replaced + unchanged + removed === 0) return ExitCode.failed;
  return strict ? ExitCode.refused : ExitCode.done;
}
