import { isProduction } from '@app/config';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { EmbeddingStatus } from '@app/embedding';
import { KnowledgeBootstrap, KnowledgeStore } from '@app/knowledge';
import { buildTables } from './build-tables.js';
import { Readiness } from '../health/readiness.js';
import { collectGarbage } from './collect-garbage.js';
import { showProgress } from './show-progress.js';
import { untilPrepared } from './until-prepared.js';
import { warmUp } from './warm-up.js';

/**
 * Loads the embedder and builds missing tables, retrying until both succeed; meanwhile the process runs, is not ready
 * and reports the reason. Resolves when the tables are open or found unusable, and after the warm-up.
 */
export async function prepare(app: INestApplicationContext): Promise<void> {
  const [embedding, store, readiness] = [app.get(EmbeddingStatus), app.get(KnowledgeStore), app.get(Readiness)];
  readiness.isStarting = true;
  const attempt = async () => {
    // Tables record the embedder's model and dimensions, which a remote embedder reports only when it is ready.
    await embedding.ready();
    await buildMissingTables(app);
  };
  try {
    await untilPrepared({ attempt, report: (problem) => store.buildFailed(problem) });
    await store.refresh();
    await warmUp(app);
    collectGarbage();
  } finally {
    readiness.isStarting = false;
  }
}

async function buildMissingTables(app: INestApplicationContext): Promise<void> {
  if (await app.get(KnowledgeBootstrap).available()) return;
  const logger = new Logger('Knowledge');
  const log = isProduction() ? (line: string) => logger.log(line) : undefined;
  const progress = showProgress('Building the knowledge tables (only on the first start)', log);
  try {
    const outcome = await buildTables((step) => {
      if (step.phase === 'embedding') progress.update(step);
    });
    // Try again, in case the other process ends without tables.
    if (outcome === 'elsewhere') throw new Error('another process is building the knowledge tables');
  } finally {
    progress.stop();
  }
}
