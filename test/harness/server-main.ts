import { shutDownGracefully } from '../../apps/api/src/lifecycle/graceful-shutdown.js';
import { RETRIEVERS } from '@app/rag';
import { snakeRetrievers } from './snake-passages.js';
import { startServer } from './start-server.js';

// Starts the server with fake retrieval in a separate process and prints its URL. Argument 1: the environment as JSON.
const [variables = '{}'] = process.argv.slice(2);
const { app, url } = await startServer(JSON.parse(variables) as Record<string, string>, [
  { token: RETRIEVERS, value: snakeRetrievers() },
]);
shutDownGracefully(app);
console.log(JSON.stringify({ url }));
// Exit together with the parent process, which holds the other end of standard input.
process.stdin.once('end', () => process.exit(1)).resume();
