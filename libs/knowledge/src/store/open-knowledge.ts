import { KnowledgeStore, type KnowledgeStoreOptions } from './knowledge.store.js';

/** A store that has looked once and follows commits until it is closed. */
export async function openKnowledge(options: KnowledgeStoreOptions): Promise<KnowledgeStore> {
  const store = new KnowledgeStore(options);
  await store.open();
  return store;
}
