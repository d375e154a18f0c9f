import type { EmbeddingMetrics } from '@app/metrics';
import { EmbeddingError } from './embedding.error.js';

/** Runs one embedding call and counts how it ended; what is no EmbeddingError is the abort reason. */
export async function measureEmbedding<Result>(
  metrics: EmbeddingMetrics,
  work: () => Promise<Result>,
): Promise<Result> {
  const startedAt = performance.now();
  const ended = (outcome: string) => metrics.embedded(outcome, performance.now() - startedAt);
  try {
    const result = await work();
    ended('ok');
    return result;
  } catch (error) {
    ended(error instanceof EmbeddingError ? error.code : 'aborted');
    throw error;
  }
}
