import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { ConfigurationError, type ServerConfig, serverConfig } from '@app/config';
import { EmbeddingStatus } from '@app/embedding';
import { listen, shutdownOnSignal } from '@app/http';
import { createApp } from './create-app.js';

async function serve(): Promise<void> {
  const app = await createApp();
  const { port, host, drainDelayMs, drainTimeoutMs } = app.get<ServerConfig>(serverConfig.KEY);
  // Closing the app waits for running requests.
  shutdownOnSignal(app, { drainDelayMs, drain: () => Promise.race([app.close(), delay(drainTimeoutMs)]) });
  const url = await listen(app, { port, host });
  console.log(`Model server at ${url}/v1`);
  const status = app.get(EmbeddingStatus);
  await status.ready().catch(() => {});
  console.log(`Embeddings: ${status.state.reason ?? status.description}`);
}

try {
  await serve();
} catch (error) {
  // The message of a configuration error names every problem, so its stack is not needed.
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
