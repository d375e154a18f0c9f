import { Module } from '@nestjs/common';
import {
  type AccessConfig,
  type CacheConfig,
  type EmbeddingConfig,
  type LlmConfig,
  type ObservabilityConfig,
  accessConfig,
  cacheConfig,
  embeddingConfig,
  llmConfig,
  observabilityConfig,
} from '@app/config';
import { createPino } from './create-pino.js';
import { PinoNestLogger } from './pino-nest.logger.js';
import { secretsOf } from './secrets.js';
import { exportSpans } from './export-spans.js';
import { SPAN_EXPORT, SpanExporter } from './span-exporter.js';
import { StatsLog } from './stats-log.js';

const logger = {
  provide: PinoNestLogger,
  inject: [observabilityConfig.KEY, llmConfig.KEY, accessConfig.KEY, embeddingConfig.KEY, cacheConfig.KEY],
  useFactory: (
    observability: ObservabilityConfig,
    llm: LlmConfig,
    access: AccessConfig,
    embedding: EmbeddingConfig,
    cache: CacheConfig,
  ) => new PinoNestLogger(createPino(observability, secretsOf(llm, access, embedding, cache))),
};

const spanExport = {
  provide: SPAN_EXPORT,
  inject: [observabilityConfig.KEY],
  useFactory: async ({ otlpEndpoint, serviceName, resourceAttributes }: ObservabilityConfig) =>
    otlpEndpoint && exportSpans({ endpoint: otlpEndpoint, serviceName, resourceAttributes }),
};

/** Log lines and traces of single requests; aggregates are in `@app/metrics`. */
@Module({ providers: [logger, spanExport, SpanExporter, StatsLog], exports: [PinoNestLogger, SpanExporter] })
export class TelemetryModule {}
