import { SettingsModule } from '@app/config';
import { MetricsModule } from '@app/metrics';
import { KnowledgeStore } from '@app/knowledge';
import { RagModule } from '@app/rag';
import { type INestApplicationContext, Module } from '@nestjs/common';

/** Modules needed for retrieval. */
@Module({ imports: [SettingsModule.forRoot(), MetricsModule.of(), RagModule] })
export class RetrievalContextModule {}

/** Refreshes the store and returns it: at its first check the embedder's model was not known yet. */
export async function openStore(context: INestApplicationContext): Promise<KnowledgeStore> {
  const store = context.get(KnowledgeStore, { strict: false });
  await store.refresh();
  return store;
}
