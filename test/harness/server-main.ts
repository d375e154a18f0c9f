import { shutDownGracefully } from '../../apps/api/src/lifecycle/graceful-shutdown.js';
import { RETRIEVERS } from '@app/rag';
import { snakeRetrievers } from './snake-passages.js';
import { startServer } from './start-server.js';

// The server in a process of its own, retrieval faked: argument 1 is its environment as JSON. Prints its URL.
const [variables = '{}'] = process.argv.slice(2);
const { app, url } = await startServer(JSON.parse(variables) as Record<string, string>, [
  { token: RETRIEVERS, value: snakeRetrievers() },
]);
shutDownGracefully(app);
console.log(JSON.stringify({ url }));
