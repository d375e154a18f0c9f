import { KnowledgeError, problem } from './knowledge-problem.js';
import { KNOWLEDGE_TABLES } from './knowledge-row.js';
import { KnowledgeSnapshot } from './knowledge-snapshot.js';
import { type KnowledgeStamp, stampDifferences } from './knowledge-stamp.js';
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
  if (!tables) throw new KnowledgeError(problem('missing', 'there are no knowledge tables yet'));
  const { place, manifest } = tables;
  const differences = KNOWLEDGE_TABLES.flatMap((name) => stampDifferences(manifest.tables[name].stamp, expected));
  if (differences.length > 0) throw new KnowledgeError(problem('mismatch', [...new Set(differences)].join('; ')));
  return await KnowledgeSnapshot.open(place, manifest, true).catch((cause: unknown) => {
    throw new KnowledgeError(problem('corrupt', 'the knowledge tables cannot be read'), { cause });
  });
}
