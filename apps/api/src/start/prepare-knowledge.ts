import type { INestApplicationContext } from '@nestjs/common';
import { KnowledgeBootstrap, KnowledgeStore } from '@app/knowledge';
import { showProgress } from './show-progress.js';

/** Builds the knowledge tables where there are none, telling how far it is; resolves once they are open or refused. */
export async function prepareKnowledge(app: INestApplicationContext): Promise<void> {
  const progress = showProgress('Building the knowledge tables (only on the first start)');
  try {
    await app.get(KnowledgeBootstrap).ensure({ onProgress: progress.update });
  } finally {
    progress.stop();
  }
  await app.get(KnowledgeStore).refresh();
}
