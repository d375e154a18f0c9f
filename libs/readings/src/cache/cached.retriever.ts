import { type TwoLevelCache, cacheKey } from '@app/cache';
import type { Passage, RetrievalQuery, Retriever, RetrieverKind } from '@app/rag';

export interface CachedRetrieverOptions {
  readonly passages: TwoLevelCache<readonly Passage[]>;
  /** Undefined while no valid knowledge is loaded: nothing is cached then. */
  readonly knowledgeVersion: () => string | undefined;
  /** The model of the query's vectors: another model finds other passages. */
  readonly embeddingModel: () => string;
}

/** Caches what a retriever found for as long as the knowledge stays the same. Never caches a failure or a result that was
 *  found without the query's vector. */
export class CachedRetriever implements Retriever {
  constructor(
    private readonly retriever: Retriever,
    private readonly options: CachedRetrieverOptions,
  ) {}

  get kind(): RetrieverKind {
    return this.retriever.kind;
  }

  isAnsweredBy(earlier: readonly Passage[], query: RetrievalQuery): boolean {
    return this.retriever.isAnsweredBy?.(earlier, query) ?? false;
  }

  async retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]> {
    const version = this.options.knowledgeVersion();
    if (version === undefined || !this.options.passages.enabled) return this.retriever.retrieve(query, signal);
    const key = this.#key(query, version);
    const known = await this.options.passages.get(key);
    signal.throwIfAborted();
    return known ? known.value : this.#find(key, query, signal);
  }

  async #find(key: string, query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]> {
    let whole = true;
    const vector = () =>
      query.vector().catch((error: unknown) => {
        whole = false;
        throw error;
      });
    const found = await this.retriever.retrieve({ ...query, vector }, signal);
    if (whole) this.options.passages.set(key, found);
    return found;
  }

  #key({ vector: _vector, entities, ...query }: RetrievalQuery, version: string): string {
    const parts = { ...query, entities: entities.map(({ id, facets }) => ({ id, facets })) };
    return cacheKey({ retriever: this.kind, version, embedding: this.options.embeddingModel(), query: parts });
  }
}
