import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Environment, processEnvironment } from '@app/config';
import { answerOptions, configureHttp, jsonBody, measureRequests, requireHost } from '@app/http';
import { HttpMetrics } from '@app/metrics';
import { logLevels } from './log-levels.js';
import { ModelServerModule } from './model-server.module.js';
import { errorDocument } from './problems/error-document.js';
import { translateError } from './problems/translate-error.js';

/** 2 048 texts of 2 000 characters, which is all that the model reads of each. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Creates the complete server without listening; used by `main.ts` and by tests. */
export async function createApp(environment: Environment = processEnvironment()): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ModelServerModule.forRoot(environment), {
    bodyParser: false,
    abortOnError: false,
    logger: new ConsoleLogger({
      json: environment.NODE_ENV === 'production',
      logLevels: logLevels(environment.LOG_LEVEL),
    }),
  });
  configureHttp(app, translateError, errorDocument);
  const metrics = app.get(HttpMetrics);
  app.use(
    measureRequests(({ method, route, status, ms }) => metrics.observe(method, route, status, ms)),
    requireHost,
    answerOptions,
    ...jsonBody({ maxBytes: MAX_BODY_BYTES }),
  );
  return app;
}
