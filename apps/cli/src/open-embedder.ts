import { processEnvironment, slices } from '@app/config';
import { type EmbeddingEngine, createEmbedder } from '@app/embedding';
import { EmbeddingMetrics, MetricsRegistry } from '@app/metrics';
import { Logger } from '@nestjs/common';

/**
 * Creates the embedder and begins to load its model. Avoids Nest's dependency injection, which takes a quarter of a
 * second to load. The caller closes the embedder.
 */
export function openEmbedder(): EmbeddingEngine {
  Logger.overrideLogger(['fatal', 'error']);
  const metrics = new EmbeddingMetrics(new MetricsRegistry({ metrics: false }));
  const embedder = createEmbedder(slices.embedding(processEnvironment()), metrics);
  // A search awaits it again and reports a failure.
  embedder.ready().catch(() => undefined);
  return embedder;
}
