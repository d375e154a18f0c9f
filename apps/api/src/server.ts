import 'reflect-metadata';
import { isProduction, processEnvironment } from '@app/config';
import { exitOnStartFailure, listen } from '@app/http';
import { announceServer, stateDir } from '@app/knowledge';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import { shutDownGracefully } from './lifecycle/graceful-shutdown.js';
import { banner } from './start/banner.js';
import { prepare } from './start/prepare-knowledge.js';
import { endOnCrash } from './telemetry/crash-report.js';
import { PinoNestLogger } from './telemetry/pino-nest.logger.js';

async function main(): Promise<void> {
  const environment = processEnvironment();
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(environment), {
    bodyParser: false,
    abortOnError: false,
    bufferLogs: true,
    // Writes the buffered lines when a module cannot be created, which is before the server's own logger exists.
    logger: new ConsoleLogger({ json: isProduction() }),
  });
  configureApp(app);
  const { pino } = app.get(PinoNestLogger);
  endOnCrash(pino);
  shutDownGracefully(app);
  // Probes are answered from here on: liveness at once, readiness when the tables and the embedder are ready.
  const url = await listen(app, { port: environment.PORT, host: environment.HOST });
  await prepare(app);
  await announceServer(stateDir(environment.DATA_DIR), { url, tables: environment.LANCEDB_URI });
  const readyMs = Math.round(performance.now());
  // In production, standard output holds JSON lines only.
  if (isProduction()) pino.info({ context: 'Start', url, readyMs }, 'Reading server ready');
  else process.stdout.write(banner(app, url, readyMs));
}

await main().catch(exitOnStartFailure);
