import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Environment, processEnvironment } from '@app/config';
import { HttpMetrics } from '@app/metrics';
import { jsonBody } from './http/json-body.js';
import { measureRequests } from './http/measure-requests.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ModelServerModule } from './model-server.module.js';
import { logLevels } from './operations/log-levels.js';

/** The whole server, not yet listening; the same for `main.ts` and for tests. */
export async function createApp(environment: Environment = processEnvironment()): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ModelServerModule.forRoot(environment), {
    bodyParser: false,
    abortOnError: false,
    logger: new ConsoleLogger({
      json: environment.NODE_ENV === 'production',
      logLevels: logLevels(environment.LOG_LEVEL),
    }),
  });
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(measureRequests(app.get(HttpMetrics)), ...jsonBody());
  app.useGlobalFilters(new ProblemFilter());
  return app;
}
