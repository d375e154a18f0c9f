import { EMBEDDER } from '@app/embedding';
import { FakeEmbedder } from '@app/embedding/testing';
import { KnowledgeBootstrap, KnowledgeStore } from '@app/knowledge';
import { type Override, type RunningServer, startServer } from './start-server.js';

/**
 * Starts the real application with tables of the built-in knowledge files in a temporary folder. Vectors are hashes, so
 * tests can check which records the facts of a reading select, but not semantic similarity.
 */
export async function startWithKnowledge(
  variables: Readonly<Record<string, string>> = {},
  overrides: readonly Override[] = [],
): Promise<RunningServer> {
  const server = await startServer(variables, [{ token: EMBEDDER, value: new FakeEmbedder() }, ...overrides]);
  await server.app.get(KnowledgeBootstrap).ensure();
  await server.app.get(KnowledgeStore).refresh();
  return server;
}
