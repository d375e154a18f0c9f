import { Injectable } from '@nestjs/common';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import { Lifecycle } from '@app/http';
import { type EntityLinker, InjectEntityLinker, Retrieval, type RetrievalOutcome, queryVector } from '@app/rag';
import { type Caller, HelpService } from '@app/readings';
import { fromEvent, lastValueFrom, takeUntil, toArray } from 'rxjs';
import { retrieveInput } from './retrieve-input.js';

/** Passages found for a query, by retriever. */
export interface FoundPassages {
  readonly ms: number;
  readonly retrievers: Readonly<Record<string, RetrievalOutcome>>;
}

/** Runs the retrievers without a reading. */
@Injectable()
export class PassageSearch {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly retrieval: Retrieval,
    private readonly help: HelpService,
    @InjectEmbedder() private readonly embedder: Embedder,
    @InjectEntityLinker() private readonly linker: EntityLinker,
  ) {}

  /**
   * Returns help lines instead of passages if the query needs them.
   * @throws ZodError, HttpProblem `server.draining`, and what `claimStream` throws
   */
  async search(body: unknown, caller: Caller, signal: AbortSignal): Promise<FoundPassages> {
    const help = this.help.answer(body);
    if (help) return { ...help, ms: 0, retrievers: {} };
    const { query, facts, entities, ...rest } = retrieveInput.parse(body);
    this.lifecycle.assertAccepting();
    caller.claimStream();
    const startedAt = performance.now();
    const outcomes = await lastValueFrom(
      this.retrieval
        .run(
          {
            text: query,
            facts: [...facts, ...this.#linkedFacts(query)],
            entities: entities.map((id) => ({ id })),
            vector: queryVector(this.embedder, query, { linker: this.linker, signal }),
            ...rest,
          },
          { signal },
        )
        .pipe(toArray(), takeUntil(fromEvent(signal, 'abort'))),
      { defaultValue: [] as RetrievalOutcome[] },
    );
    return {
      ms: performance.now() - startedAt,
      retrievers: Object.fromEntries(outcomes.map((outcome) => [outcome.retriever, outcome])),
    };
  }

  #linkedFacts(query: string): readonly string[] {
    return this.linker.link(query).map(({ id }) => id.replace(/^dream:/, 'symbol:'));
  }
}
