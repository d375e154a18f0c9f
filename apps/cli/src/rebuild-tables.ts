import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder } from '@app/embedding';
import { KnowledgeBootstrap } from '@app/knowledge';
import { ExitCode } from './exit-code.js';
import { duration, rateOf } from './output/rate.js';
import { showBuilding } from './output/show-building.js';
import { showProgress } from './output/show-progress.js';
import { untilInterrupted } from './until-interrupted.js';

const LOST =
  'Own documents could not be read from the damaged table and are gone: run their "ingest" commands again.\n';

/** @returns the exit code */
export async function rebuildTables(): Promise<number> {
  const { EmbeddingContextModule, withContext } = await import('./with-context.js');
  const startedAt = performance.now();
  const progress = showProgress();
  const onProgress = showBuilding(progress, 'Rebuilding');
  const { rows, ownDocumentsLost } = await untilInterrupted((signal) =>
    withContext(EmbeddingContextModule, (context) => {
      const config = context.get<RagConfig>(ragConfig.KEY, { strict: false });
      const embedder = context.get<Embedder>(EMBEDDER, { strict: false });
      return new KnowledgeBootstrap(config, embedder).rebuild({ signal, onProgress });
    }),
  ).finally(() => progress.stop());
  const elapsedMs = performance.now() - startedAt;
  process.stdout.write(`Rebuilt ${rows} rows in ${duration(elapsedMs)} (${rateOf(rows, elapsedMs)}/s).\n`);
  if (ownDocumentsLost) process.stderr.write(LOST);
  return ownDocumentsLost ? ExitCode.refused : ExitCode.done;
}
