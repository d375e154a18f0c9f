import type { INestApplicationContext } from '@nestjs/common';
import { EmbeddingStatus } from '@app/embedding';
import { KnowledgeBootstrap, KnowledgeStore } from '@app/knowledge';
import { showProgress } from './show-progress.js';
import { untilPrepared } from './until-prepared.js';

/**
 * Loads the embedder and builds missing tables, again and again until that succeeds; meanwhile the process is up and not
 * ready, and says why. Resolves once the tables are open or found unusable.
 */
export async function prepare(app: INestApplicationContext): Promise<void> {
  const [embedding, store] = [app.get(EmbeddingStatus), app.get(KnowledgeStore)];
  const attempt = async () => {
    // Tables are stamped with the embedder's model and dimensions, which a remote one knows only then.
    await embedding.ready();
    await buildTables(app);
  };
  await untilPrepared({ attempt, report: (problem) => store.buildFailed(problem) });
  await store.refresh();
}

async function buildTables(app: INestApplicationContext): Promise<void> {
  const progress = showProgress('Building the knowledge tables (only on the first start)');
  try {
    await app.get(KnowledgeBootstrap).ensure({ onProgress: progress.update });
  } finally {
    progress.stop();
  }
}
