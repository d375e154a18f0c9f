import { SingleFlight, type TwoLevelCache, cacheKey } from '@app/cache';
import type { Embedder, EmbeddingRole } from '@app/embedding';
import type { Script } from '@app/text';

/** Caches the vectors of questions. Passages are not cached, because each is embedded only once. */
export class CachedEmbedder implements Embedder {
  readonly #flights = new SingleFlight<Float32Array>();

  constructor(
    private readonly embedder: Embedder,
    private readonly vectors: TwoLevelCache<Float32Array>,
  ) {}

  get model(): string {
    return this.embedder.model;
  }

  get dimensions(): number {
    return this.embedder.dimensions;
  }

  get scripts(): ReadonlySet<Script> {
    return this.embedder.scripts;
  }

  async embed(texts: readonly string[], signal: AbortSignal, role?: EmbeddingRole): Promise<Float32Array[]> {
    const [text] = texts;
    if (role !== 'query' || texts.length !== 1 || text === undefined) return this.embedder.embed(texts, signal, role);
    signal.throwIfAborted();
    const key = cacheKey({ model: this.model, dimensions: this.dimensions, text });
    const known = await this.vectors.get(key);
    if (known) return [known.value];
    return [await this.#flights.run(key, (shared) => this.#compute(key, text, shared), signal)];
  }

  async #compute(key: string, text: string, signal: AbortSignal): Promise<Float32Array> {
    const [vector] = await this.embedder.embed([text], signal, 'query');
    if (!vector) throw new RangeError('The embedder returned no vector.');
    this.vectors.set(key, vector);
    return vector;
  }
}
