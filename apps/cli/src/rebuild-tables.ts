import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder } from '@app/embedding';
import { KnowledgeBootstrap, type RebuildResult } from '@app/knowledge';
import type { RebuildOptions } from './command-options.js';
import { ExitCode } from './exit-code.js';
import { duration, rateOf } from './output/rate.js';
import { showBuilding } from './output/show-building.js';
import { showProgress } from './output/show-progress.js';
import { untilInterrupted } from './until-interrupted.js';

const LOST =
  'Own documents could not be read from the damaged table and are gone: run their "ingest" commands again.\n';

/** @returns the exit code */
export async function rebuildTables({ ifStale = false }: RebuildOptions): Promise<number> {
  const { EmbeddingContextModule, withContext } = await import('./with-context.js');
  const startedAt = performance.now();
  const progress = showProgress();
  const onProgress = showBuilding(progress, 'Rebuilding');
  const result = await untilInterrupted((signal) =>
    withContext(EmbeddingContextModule, async (context) => {
      const config = context.get<RagConfig>(ragConfig.KEY, { strict: false });
      const bootstrap = new KnowledgeBootstrap(config, context.get<Embedder>(EMBEDDER, { strict: false }));
      if (ifStale && (await bootstrap.isCurrent())) return undefined;
      return bootstrap.rebuild({ signal, onProgress });
    }),
  ).finally(() => progress.stop());
  return report(result, performance.now() - startedAt);
}

function report(result: RebuildResult | undefined, elapsedMs: number): number {
  if (!result) {
    process.stdout.write('The tables are current.\n');
    return ExitCode.done;
  }
  const { rows, ownDocumentsLost } = result;
  process.stdout.write(`Rebuilt ${rows} rows in ${duration(elapsedMs)} (${rateOf(rows, elapsedMs)}/s).\n`);
  if (ownDocumentsLost) process.stderr.write(LOST);
  return ownDocumentsLost ? ExitCode.refused : ExitCode.done;
}
