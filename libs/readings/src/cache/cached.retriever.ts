import { type TwoLevelCache, cacheKey } from '@app/cache';
import type { Passage, RetrievalQuery, Retriever, RetrieverKind } from '@app/rag';

export interface CachedRetrieverOptions {
  readonly passages: TwoLevelCache<readonly Passage[]>;
  /** Undefined while no knowledge is loaded; nothing is cached in that case. */
  readonly knowledgeVersion: () => string | undefined;
  /** Part of the key, because different models find different passages. */
  readonly embeddingModel: () => string;
}

/**
 * Caches a retriever's passages per knowledge version. Never caches errors, or results that were found without the
 * query vector.
 */
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
    let isComplete = true;
    const vector = () =>
      query.vector().catch((error: unknown) => {
        isComplete = false;
        throw error;
      });
    const found = await this.retriever.retrieve({ ...query, vector }, signal);
    if (isComplete) this.options.passages.set(key, found);
    return found;
  }

  #key({ vector: _vector, entities, ...query }: RetrievalQuery, version: string): string {
    const parts = { ...query, entities: entities.map(({ id, facets }) => ({ id, facets })) };
    return cacheKey({ retriever: this.kind, version, embedding: this.options.embeddingModel(), query: parts });
  }
}
