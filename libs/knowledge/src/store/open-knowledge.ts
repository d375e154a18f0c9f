import { KnowledgeStore, type KnowledgeStoreOptions } from './knowledge.store.js';

/** Creates a store and opens it. It polls for commits until it is closed. */
export async function openKnowledge(options: KnowledgeStoreOptions): Promise<KnowledgeStore> {
  const store = new KnowledgeStore(options);
  await store.open();
  return store;
}
