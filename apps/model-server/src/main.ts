import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { type ServerConfig, serverConfig } from '@app/config';
import { EmbeddingStatus } from '@app/embedding';
import { exitOnStartFailure, listen, shutdownOnSignal } from '@app/http';
import { Logger } from '@nestjs/common';
import { createApp } from './create-app.js';

async function serve(): Promise<void> {
  const app = await createApp();
  const { port, host, drainDelayMs, drainTimeoutMs } = app.get<ServerConfig>(serverConfig.KEY);
  // Closing the app waits for running requests.
  shutdownOnSignal(app, { drainDelayMs, drain: () => Promise.race([app.close(), delay(drainTimeoutMs)]) });
  const url = await listen(app, { port, host });
  const logger = new Logger('ModelServer');
  logger.log(`listening at ${url}`);
  const status = app.get(EmbeddingStatus);
  await status.ready().catch(() => {});
  const { reason } = status.state;
  if (reason === undefined) logger.log(`ready: ${status.description}`);
  else logger.error(`not ready: ${reason}`);
}

serve().catch(exitOnStartFailure);
