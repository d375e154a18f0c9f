import type { Embedder } from '@app/embedding';
import {
  ENTITY_LINKER,
  type EntityLinker,
  RETRIEVERS,
  RagModule,
  Retrieval,
  type RetrievalOutcome,
  type RetrievalQuery,
  type Retriever,
  type RetrieverKind,
  type QueryVector,
  queryVector,
} from '@app/rag';
import type { Locale } from '@app/text';
import type { INestApplicationContext } from '@nestjs/common';
import { lastValueFrom, toArray } from 'rxjs';

const TOP_K = 8;
const NEVER = new AbortController().signal;

/** Runs retrieval as for a dream reading: the query has the text, and linked symbols as facts and entities. */
export class BenchReadings {
  readonly kinds: readonly RetrieverKind[];
  readonly #retrievers: ReadonlyMap<RetrieverKind, Retriever>;
  readonly #retrieval: Retrieval;
  readonly #linker: EntityLinker;
  readonly #vectors = new Map<string, QueryVector | undefined>();
  #asked = 0;

  constructor(
    app: INestApplicationContext,
    private readonly embedder: Embedder,
  ) {
    const retrievers = app.get<readonly Retriever[]>(RETRIEVERS, { strict: false });
    this.#retrievers = new Map(retrievers.map((retriever) => [retriever.kind, retriever]));
    this.#retrieval = app.select(RagModule).get(Retrieval);
    this.kinds = this.#retrieval.kinds;
    this.#linker = app.get<EntityLinker>(ENTITY_LINKER, { strict: false });
  }

  /** Embeds all questions concurrently before the measurement, which also starts all workers. */
  async embedAll(texts: readonly string[]): Promise<void> {
    const vectors = texts.map((text) => queryVector(this.embedder, text, { linker: this.#linker, signal: NEVER })());
    for (const [index, vector] of (await Promise.all(vectors)).entries()) this.#vectors.set(texts[index] ?? '', vector);
  }

  /** Returns a copy, so that caches keyed by vector identity do not hit. */
  vector(text: string): Promise<QueryVector | undefined> {
    const known = this.#vectors.get(text);
    return Promise.resolve(known && { ...known, values: known.values.slice() });
  }

  /** Runs one retriever with a precomputed vector. */
  async ask(kind: RetrieverKind, text: string, locale: Locale): Promise<void> {
    await this.#retrievers.get(kind)?.retrieve(
      this.#query(text, locale, () => this.vector(text)),
      NEVER,
    );
  }

  /** Runs all four retrievers concurrently with a precomputed vector. */
  stage(text: string, locale: Locale): Promise<readonly RetrievalOutcome[]> {
    return this.#all(this.#query(text, locale, this.#once(text)));
  }

  /** Runs embedding and all four retrievers, as in a reading. No text is embedded twice. */
  wholeStage(text: string, locale: Locale): Promise<readonly RetrievalOutcome[]> {
    const fresh = `${text} ${this.#asked++}`;
    return this.#all(
      this.#query(fresh, locale, queryVector(this.embedder, fresh, { linker: this.#linker, signal: NEVER })),
    );
  }

  /** Provides one vector per reading, shared by its retrievers. */
  #once(text: string): RetrievalQuery['vector'] {
    const vector = this.vector(text);
    return () => vector;
  }

  async #all(query: RetrievalQuery): Promise<readonly RetrievalOutcome[]> {
    const outcomes = await lastValueFrom(this.#retrieval.run(query).pipe(toArray()));
    const failed = outcomes.filter(({ status }) => status === 'error' || status === 'timeout');
    if (failed.length > 0) throw new Error(`retrievers failed: ${failed.map(({ retriever }) => retriever).join(', ')}`);
    return outcomes;
  }

  #query(text: string, locale: Locale, vector: RetrievalQuery['vector']): RetrievalQuery {
    const linked = this.#linker.link(text);
    const symbols = linked.filter(({ id }) => id.startsWith('dream:'));
    return {
      text,
      locale,
      kind: 'dream',
      facts: linked.map(({ id }) => id.replace(/^dream:/, 'symbol:')),
      entities: symbols.slice(0, 6).map(({ id }) => ({ id })),
      topK: TOP_K,
      vector,
    };
  }
}
