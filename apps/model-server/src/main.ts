import 'reflect-metadata';
import { ConfigurationError, type ServerConfig, serverConfig } from '@app/config';
import { EmbeddingStatus } from '@app/embedding';
import { createApp } from './create-app.js';
import { leaveOnSignal } from './operations/leave-on-signal.js';

async function serve(): Promise<void> {
  const app = await createApp();
  leaveOnSignal(app);
  const { port, host } = app.get<ServerConfig>(serverConfig.KEY);
  await app.listen(port, host);
  console.log(`Model server on ${await app.getUrl()}/v1`);
  const status = app.get(EmbeddingStatus);
  await status.ready().catch(() => {});
  console.log(`Embeddings: ${status.state.reason ?? status.description}`);
}

try {
  await serve();
} catch (error) {
  // Its message names every problem; a stack would add nothing.
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
