import type { Passage, RetrievalQuery, Retriever, RetrieverKind } from './retriever.js';
import { RetrieverError } from './retriever.error.js';

/** Passages that each retriever found for the same facts before the user asked a question. */
export type PassagesByRetriever = Readonly<Record<RetrieverKind, readonly Passage[] | undefined>>;

/** Wraps each retriever that has earlier passages so that its results include them. */
export const withEarlierPassages = (
  retrievers: readonly Retriever[],
  earlier: PassagesByRetriever,
): readonly Retriever[] =>
  retrievers.map((retriever) => {
    const passages = earlier[retriever.kind] ?? [];
    return passages.length > 0 ? new CompletedRetriever(retriever, passages) : retriever;
  });

/**
 * Skips the search if the earlier passages answer the query. Otherwise appends them to the results, or returns them if
 * the search fails.
 */
class CompletedRetriever implements Retriever {
  readonly kind: RetrieverKind;

  constructor(
    private readonly retriever: Retriever,
    private readonly earlier: readonly Passage[],
  ) {
    this.kind = retriever.kind;
  }

  async retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]> {
    if (this.retriever.isAnsweredBy?.(this.earlier, query)) return this.earlier;
    const found = await this.retriever.retrieve(query, signal).catch((error: unknown): readonly Passage[] => {
      if (error instanceof RetrieverError) return [];
      throw error;
    });
    const ids = new Set(found.map(({ id }) => id));
    return [...found, ...this.earlier.filter(({ id }) => !ids.has(id))];
  }
}
