import type { Server } from 'node:http';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { skipClosedConnections } from './connection-ends.js';
import { invalidInput } from './http-problem.error.js';
import { answerMalformedRequests } from './malformed-requests.js';
import { type ErrorDocument, ProblemFilter } from './problem.filter.js';
import { identifyRequest } from './request-id.js';
import type { TranslateError } from './to-problem.js';

/** Time limits for receiving the headers and the whole request; request bodies are small. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const CHECK_INTERVAL_MS = 1_000;

/**
 * Sets up what every app needs: request ids, problem documents for errors, schema validation, timeouts. Call it first;
 * create the app with `bodyParser: false` and mount `requireHost` and `jsonBody` after other middleware.
 */
export function configureHttp(
  app: NestExpressApplication,
  translate: TranslateError,
  errorDocument?: ErrorDocument,
): void {
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(skipClosedConnections, identifyRequest);
  app.useGlobalFilters(new ProblemFilter(translate, errorDocument));
  // Validates parameters that have a schema, as in `@Body({ schema })`.
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: invalidInput }));
  const server: Server = app.getHttpServer();
  answerMalformedRequests(server);
  // Node checks for slow requests every 30 s by default, which would turn a limit of 10 s into up to 40 s.
  Object.assign(server, { connectionsCheckingInterval: CHECK_INTERVAL_MS });
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
}
