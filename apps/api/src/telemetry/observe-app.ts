import type { NestExpressApplication } from '@nestjs/platform-express';
import { type ObservabilityConfig, observabilityConfig } from '@app/config';
import { HttpMetrics } from '@app/metrics';
import { logRequests } from './log-requests.js';
import { observeRequests } from './observe-requests.js';
import { PinoNestLogger } from './pino-nest.logger.js';
import { SpanExporter } from './span-exporter.js';

/** Installs the logger and counts, times and logs every request. Mount it right after the request context. */
export function observeApp(app: NestExpressApplication): void {
  const logger = app.get(PinoNestLogger);
  app.useLogger(logger);
  const config = app.get<ObservabilityConfig>(observabilityConfig.KEY);
  app.use(
    ...observeRequests(app.get(HttpMetrics), [logRequests(logger.pino, config), ...app.get(SpanExporter).observers]),
  );
}
