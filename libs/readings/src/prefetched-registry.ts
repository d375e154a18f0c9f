import {
  type Passage,
  RETRIEVER_KINDS,
  type RetrievalQuery,
  type Retriever,
  RetrieverError,
  type RetrieverKind,
  type RetrieverRegistry,
} from '@app/rag';

/** What the retrievers found for the same facts before there was a question. */
export type Prefetched = Readonly<Partial<Record<RetrieverKind, readonly Passage[]>>>;

/**
 * The retrievers with what they found earlier. Rules of a counsellor and records of the facts depend on the facts alone and
 * are there at once; what depends on the question is asked for, and the earlier finds follow it – or stand in for a
 * retriever that fails.
 */
export function prefetchedRegistry(registry: RetrieverRegistry, prefetched: Prefetched): RetrieverRegistry {
  const entries = RETRIEVER_KINDS.map((kind) => {
    const earlier = prefetched[kind] ?? [];
    return [kind, earlier.length > 0 ? new PrefetchedRetriever(registry[kind], earlier) : registry[kind]] as const;
  });
  return Object.fromEntries(entries) as RetrieverRegistry;
}

class PrefetchedRetriever implements Retriever {
  readonly kind: RetrieverKind;
  readonly #ids: ReadonlySet<string>;

  constructor(
    private readonly retriever: Retriever,
    private readonly earlier: readonly Passage[],
  ) {
    this.kind = retriever.kind;
    this.#ids = new Set(earlier.map(({ id }) => id));
  }

  async retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]> {
    if (this.#suffices(query)) return this.earlier;
    const found = await this.retriever.retrieve(query, signal).catch((error: unknown) => {
      if (error instanceof RetrieverError) return [];
      throw error;
    });
    const ids = new Set(found.map(({ id }) => id));
    return [...found, ...this.earlier.filter(({ id }) => !ids.has(id))];
  }

  #suffices({ entities }: RetrievalQuery): boolean {
    if (this.kind === 'persona') return true;
    return this.kind === 'domain' && entities.every(({ id }) => this.#ids.has(id));
  }
}
