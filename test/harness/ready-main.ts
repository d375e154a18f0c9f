import { RETRIEVERS } from '@app/rag';
import { shutDownGracefully } from '../../apps/api/src/lifecycle/graceful-shutdown.js';
import { snakeRetrievers } from './snake-passages.js';
import { ReadyKnowledge } from './ready-knowledge.js';
import { startServer } from './start-server.js';

// Starts the server with ready knowledge, which enables the cache. Argument 1: the environment as JSON.
const [variables = '{}'] = process.argv.slice(2);
const { app, url } = await startServer(JSON.parse(variables) as Record<string, string>, [
  { token: RETRIEVERS, value: snakeRetrievers() },
  new ReadyKnowledge().override,
]);
shutDownGracefully(app);
console.log(JSON.stringify({ url }));
