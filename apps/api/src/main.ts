import 'reflect-metadata';
import { ConfigurationError, processEnvironment } from '@app/config';
import { listen } from '@app/http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import { shutDownGracefully } from './lifecycle/graceful-shutdown.js';
import { banner } from './start/banner.js';
import { prepare } from './start/prepare-knowledge.js';
import { endOnCrash } from './telemetry/crash-report.js';
import { PinoNestLogger } from './telemetry/pino-nest.logger.js';

/** `EX_CONFIG` of sysexits.h. */
const EXIT_CONFIGURATION = 78;

async function main(): Promise<void> {
  const environment = processEnvironment();
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(environment), {
    bodyParser: false,
    abortOnError: false,
    bufferLogs: true,
  });
  configureApp(app);
  endOnCrash(app.get(PinoNestLogger).pino);
  shutDownGracefully(app);
  // Probes are answered from here on: liveness at once, readiness when the tables and the embedder are ready.
  const url = await listen(app, { port: environment.PORT, host: environment.HOST });
  await prepare(app);
  process.stdout.write(banner(app, url, performance.now()));
}

main().catch((error: unknown) => {
  const isConfiguration = error instanceof ConfigurationError;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  const portInUse =
    code === 'EADDRINUSE'
      ? 'The port is in use: stop the other server or set PORT to another one (0 picks a free one).'
      : undefined;
  process.stderr.write(`${portInUse ?? (isConfiguration ? message : (stack ?? message))}\n`);
  process.exit(isConfiguration ? EXIT_CONFIGURATION : 1);
});
