import { EMBEDDER } from '@app/embedding';
import { FakeEmbedder } from '@app/embedding/testing';
import { KnowledgeBootstrap, KnowledgeStore } from '@app/knowledge';
import { type Override, type RunningServer, startServer } from './start-server.js';

/**
 * The real application with tables of the real knowledge pack in a temporary folder. Vectors are hashes, so tests can
 * check which records a reading's facts select, but not semantic similarity.
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
