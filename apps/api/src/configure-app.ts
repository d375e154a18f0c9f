import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { type ServerConfig, serverConfig } from '@app/config';
import { jsonBody } from './http/json-body.js';
import { ProblemFilter } from './http/problem.filter.js';
import { refuseMalformed, requireHost } from './http/refuse-malformed.js';
import { createContext } from './http/request-context.js';
import { serveOpenApi } from './docs/serve-openapi.js';
import { observeApp } from './telemetry/observe-app.js';

/** Time for a client to send its headers and its whole request; readings are small. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

/** What every request passes before a route sees it; the same for the server and for tests. The app must be created
 *  without Nest's own body parser. */
export function configureApp(app: NestExpressApplication): NestExpressApplication {
  const config = app.get<ServerConfig>(serverConfig.KEY);
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(createContext);
  observeApp(app);
  // Whoever serves this over TLS redirects by itself; over plain HTTP the pages must find what they are made of.
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  if (config.corsOrigins.length > 0) {
    app.enableCors({
      origin: [...config.corsOrigins],
      exposedHeaders: ['X-Request-Id', 'X-Reading-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'Server-Timing'],
    });
  }
  app.use(requireHost, ...jsonBody());
  app.useGlobalFilters(new ProblemFilter());
  serveOpenApi(app);
  const server: Server = app.getHttpServer();
  refuseMalformed(server);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  return app;
}
