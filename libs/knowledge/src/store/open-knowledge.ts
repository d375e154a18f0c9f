import { KnowledgeError, NO_TABLES, problem } from './knowledge-problem.js';
import { KnowledgeSnapshot } from './knowledge-snapshot.js';
import { type KnowledgeStamp, stampMismatch } from './knowledge-stamp.js';
import { KnowledgeStore, type KnowledgeStoreOptions } from './knowledge.store.js';
import { type TablesPlace, committedTables } from './prebuilt-tables.js';

/** Creates a store and opens it. It polls for commits until it is closed. */
export async function openKnowledge(options: KnowledgeStoreOptions): Promise<KnowledgeStore> {
  const store = new KnowledgeStore(options);
  await store.open();
  return store;
}

/**
 * Opens the committed version for a few searches, in a fraction of the time that a store takes: files are not verified
 * and rows not loaded into memory.
 * @throws KnowledgeError when the tables are missing, unreadable or have another stamp than `expected`
 */
export async function openSnapshot(from: TablesPlace, expected: KnowledgeStamp): Promise<KnowledgeSnapshot> {
  const tables = await committedTables(from);
  if (!tables) throw new KnowledgeError(NO_TABLES);
  const { place, manifest } = tables;
  const mismatch = stampMismatch(manifest, expected);
  if (mismatch) throw new KnowledgeError(mismatch);
  return await KnowledgeSnapshot.open(place, manifest, false).catch((cause: unknown) => {
    throw new KnowledgeError(problem('corrupt', 'the knowledge tables cannot be read'), { cause });
  });
}
