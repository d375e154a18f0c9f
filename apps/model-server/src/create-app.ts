import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Environment } from '@app/config';
import { HttpMetrics } from '@app/metrics';
import { jsonBody } from './http/json-body.js';
import { measureRequests } from './http/measure-requests.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ModelServerModule } from './model-server.module.js';

/** The whole server, not yet listening; the same for `main.ts` and for tests. */
export async function createApp(environment?: Environment): Promise<NestExpressApplication> {
  const module = ModelServerModule.forRoot(environment);
  const app = await NestFactory.create<NestExpressApplication>(module, { bodyParser: false, abortOnError: false });
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(measureRequests(app.get(HttpMetrics)), ...jsonBody());
  app.useGlobalFilters(new ProblemFilter());
  return app;
}
