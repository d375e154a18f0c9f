import { setTimeout as delay } from 'node:timers/promises';
import type { Passage, RetrievalQuery, Retriever, RetrieverKind } from '../retriever.js';
import { RETRIEVER_CLASSES } from '../retriever-classes.js';

/** Returns or throws the given answer after a delay that honours the signal. */
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

/** Returns empty fakes of all built-in kinds. The given retrievers replace those of the same kind or are added. */
export function fakeRetrievers(...given: readonly Retriever[]): readonly Retriever[] {
  const fakes = RETRIEVER_CLASSES.map(({ kind }) => new FakeRetriever(kind));
  return [...new Map([...fakes, ...given].map((retriever) => [retriever.kind, retriever])).values()];
}
