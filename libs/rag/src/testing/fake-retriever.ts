import { setTimeout as delay } from 'node:timers/promises';
import type { Passage, RetrievalQuery, Retriever, RetrieverKind, RetrieverRegistry } from '../retriever.js';

/** A retriever that answers what it is told, after a delay that honours the signal. */
export class FakeRetriever implements Retriever {
  readonly queries: RetrievalQuery[] = [];
  aborted = 0;

  constructor(
    readonly kind: RetrieverKind,
    private readonly answer: readonly Passage[] | Error = [],
    private readonly delayMs = 0,
  ) {}

  async retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]> {
    this.queries.push(query);
    signal.addEventListener('abort', () => this.aborted++, { once: true });
    if (this.delayMs > 0) await delay(this.delayMs, undefined, { signal });
    if (this.answer instanceof Error) throw this.answer;
    return this.answer;
  }
}

/** A registry of four empty fakes, with those given put in their places. */
export function fakeRegistry(...retrievers: readonly Retriever[]): RetrieverRegistry {
  const kinds: readonly RetrieverKind[] = ['graph', 'corpus', 'persona', 'domain'];
  const given = new Map(retrievers.map((retriever) => [retriever.kind, retriever]));
  return Object.fromEntries(
    kinds.map((kind) => [kind, given.get(kind) ?? new FakeRetriever(kind)]),
  ) as RetrieverRegistry;
}
