import { EMBEDDER } from '@app/embedding';
import { FakeEmbedder } from '@app/embedding/testing';
import { KnowledgeBootstrap, KnowledgeStore } from '@app/knowledge';
import { type Override, type RunningServer, startServer } from './start-server.js';

/**
 * The real application over the real knowledge pack, its tables built into a folder of its own. Vectors come from a
 * hash: what is tested with it is which records a reading's facts call for, not how near their meanings are.
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
