import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { readEnvironment } from '@app/config';
import { listen } from '@app/http';
import { AppModule } from '../../apps/api/src/app.module.js';
import { configureApp } from '../../apps/api/src/configure-app.js';

/** A provider value that replaces the real one. */
export interface Override {
  readonly token: string | symbol | (abstract new (...args: never[]) => unknown);
  readonly value: unknown;
}

export interface RunningServer {
  readonly url: string;
  readonly app: NestExpressApplication;
  /** Closes the app, and removes the data folder if `startServer` created it. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the real application on a free loopback port, with an empty `DATA_DIR` unless given.
 * @param variables the complete environment
 */
export async function startServer(
  variables: Readonly<Record<string, string>> = {},
  overrides: readonly Override[] = [],
): Promise<RunningServer> {
  const ownDir = variables['DATA_DIR'] === undefined ? await mkdtemp(join(tmpdir(), 'reading-server-')) : undefined;
  const environment = readEnvironment({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'warn',
    ...(ownDir && { DATA_DIR: ownDir }),
    ...variables,
  });
  let builder = Test.createTestingModule({ imports: [AppModule.forRoot(environment)] });
  for (const { token, value } of overrides) builder = builder.overrideProvider(token).useValue(value);
  const module = await builder.compile();
  const app = configureApp(
    module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: ['warn', 'error', 'fatal'] }),
  );
  const url = await listen(app, { port: environment.PORT, host: environment.HOST });
  const close = async () => {
    app.getHttpServer().closeAllConnections();
    await app.close();
    if (ownDir) await rm(ownDir, { recursive: true, force: true });
  };
  return { url, app, close };
}
