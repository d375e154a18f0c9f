import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { type ServerConfig, serverConfig } from '@app/config';
import { allowHosts, answerOptions, configureHttp, endConnections, jsonBody, requireHost } from '@app/http';
import { StreamMetrics } from '@app/metrics';
import { LEGACY_BODIES } from './legacy/index.js';
import { serveOpenApi } from './docs/serve-openapi.js';
import { createContext } from './http/request-context.js';
import { translateError } from './http/translate-error.js';
import { observeApp } from './telemetry/observe-app.js';

const MAX_BODY_BYTES = 64 * 1024;
/** Allowed during development: development servers of front ends use arbitrary ports. */
const LOCALHOST_ORIGIN = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Mounts middleware, pipes and filters for the server and for tests. Create the app with `bodyParser: false`. */
export function configureApp(app: NestExpressApplication): NestExpressApplication {
  const config = app.get<ServerConfig>(serverConfig.KEY);
  configureHttp(app, translateError);
  const metrics = app.get(StreamMetrics, { strict: false });
  endConnections(app.getHttpServer(), { timeoutMs: config.slowReaderTimeoutMs, onDrop: () => metrics.droppedSlow() });
  app.use(createContext);
  observeApp(app);
  // A TLS proxy redirects requests itself; over plain HTTP the pages must be able to load their assets.
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  const origin = allowedOrigins(config);
  if (origin.length > 0) {
    app.enableCors({
      origin,
      exposedHeaders: ['X-Request-Id', 'X-Reading-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'Server-Timing'],
    });
  }
  app.use(requireHost, allowHosts(config.allowedHosts), answerOptions);
  app.use(LEGACY_BODIES.paths, ...jsonBody(LEGACY_BODIES));
  app.use(...jsonBody({ maxBytes: MAX_BODY_BYTES }));
  serveOpenApi(app);
  return app;
}

/** Origins from `CORS_ORIGINS`; `*` allows all. Default: localhost during development, none in production. */
function allowedOrigins({ corsOrigins, production }: ServerConfig): '*' | (string | RegExp)[] {
  if (corsOrigins.includes('*')) return '*';
  if (corsOrigins.length > 0) return [...corsOrigins];
  return production ? [] : [LOCALHOST_ORIGIN];
}
