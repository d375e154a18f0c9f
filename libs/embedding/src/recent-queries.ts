import type { EmbeddingMetrics } from '@app/metrics';
import { LRUCache } from 'lru-cache';

/** 1 000 vectors of 384 dimensions are 1.5 MB. */
const MAX_QUERIES = 1_000;

/** Cache of query vectors: follow-up questions and other users repeat a question. */
export class RecentQueries {
  readonly #vectors = new LRUCache<string, Float32Array>({ max: MAX_QUERIES });

  constructor(private readonly metrics: EmbeddingMetrics) {}

  /**
   * Returns vectors in the order of the texts. Only unknown texts are passed to `embed`, each once. Callers own the
   * returned vectors.
   */
  async through(
    texts: readonly string[],
    embed: (texts: readonly string[]) => Promise<Float32Array[]>,
  ): Promise<Float32Array[]> {
    const found = new Map(texts.map((text) => [text, this.#lookup(text)] as const));
    const missing = [...found].filter(([, vector]) => !vector).map(([text]) => text);
    const vectors = missing.length > 0 ? await embed(missing) : [];
    missing.forEach((text, at) => this.#remember(found, text, vectors[at]!));
    return texts.map((text) => found.get(text)!.slice());
  }

  #lookup(text: string): Float32Array | undefined {
    const vector = this.#vectors.get(text);
    this.metrics.lookup(vector ? 'hit' : 'miss');
    return vector;
  }

  #remember(found: Map<string, Float32Array | undefined>, text: string, vector: Float32Array): void {
    found.set(text, vector);
    this.#vectors.set(text, vector);
  }
}
