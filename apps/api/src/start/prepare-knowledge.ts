import type { INestApplicationContext } from '@nestjs/common';
import { KnowledgeBootstrap, KnowledgeStore } from '@app/knowledge';
import { showProgress } from './show-progress.js';

/** Builds missing knowledge tables with a progress display; resolves once they are open or found unusable. */
export async function prepareKnowledge(app: INestApplicationContext): Promise<void> {
  const progress = showProgress('Building the knowledge tables (only on the first start)');
  try {
    await app.get(KnowledgeBootstrap).ensure({ onProgress: progress.update });
  } finally {
    progress.stop();
  }
  await app.get(KnowledgeStore).refresh();
}
