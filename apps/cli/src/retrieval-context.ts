import { SettingsModule } from '@app/config';
import { MetricsModule } from '@app/metrics';
import { KnowledgeStore } from '@app/knowledge';
import { RagModule } from '@app/rag';
import { type INestApplicationContext, Module } from '@nestjs/common';

/** Everything a reading retrieves with. */
@Module({ imports: [SettingsModule.forRoot(), MetricsModule, RagModule] })
export class RetrievalContextModule {}

/** The store, having looked again: when it first looked, the embedder was not ready to say what it is. */
export async function openStore(context: INestApplicationContext): Promise<KnowledgeStore> {
  const store = context.get(KnowledgeStore, { strict: false });
  await store.refresh();
  return store;
}
