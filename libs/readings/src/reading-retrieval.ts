import { type Embedder, InjectEmbedder } from '@app/embedding';
import { ReadingMetrics } from '@app/metrics';
import { type EntityLinker, InjectEntityLinker, Retrieval, type RetrievalQuery, queryVector } from '@app/rag';
import type { RetrievalSettled } from '@app/streaming';
import { Injectable } from '@nestjs/common';
import { type Observable, ReplaySubject, map, share } from 'rxjs';
import type { CitationIndex } from './citation-index.js';
import type { SectionDefinition } from './reading-definition.js';
import type { PlannedReading } from './reading-request.js';
import { retrievalQuery, searchTextOf } from './retrieval-query.js';
import type { StageClock } from './stage-clock.js';

/** Maximum number of passages per retriever. The prompt of a section has room for about twice as many. */
const TOP_K = 6;

export interface RetrievalState {
  readonly clock: StageClock;
  /** Receives the passages before their event is emitted. */
  readonly citations: CitationIndex;
  readonly signal: AbortSignal;
}

/** Runs the retrieval of one reading: query, vector, timings. */
@Injectable()
export class ReadingRetrieval {
  constructor(
    private readonly retrieval: Retrieval,
    @InjectEmbedder() private readonly embedder: Embedder,
    @InjectEntityLinker() private readonly linker: EntityLinker,
    private readonly metrics: ReadingMetrics,
  ) {}

  /**
   * Queries each retriever that a section names once, on the first subscription; later subscribers also receive the
   * earlier values. Completes when all retrievers have settled; never errors. Aborts when the last subscriber
   * unsubscribes.
   */
  run(
    { definition, input, plan }: PlannedReading,
    sections: readonly SectionDefinition[],
    state: RetrievalState,
  ): Observable<RetrievalSettled> {
    const { clock, citations, signal } = state;
    const kinds = [...new Set(sections.flatMap(({ retrievers }) => retrievers))];
    const vector = this.#timedVector(searchTextOf(plan), state);
    const query = retrievalQuery(definition, input, plan, { vector, topK: TOP_K });
    const startedAt = clock.now();
    let settled = 0;
    return this.retrieval.run(query, { kinds, earlier: plan.prefetched, signal }).pipe(
      map((outcome) => {
        clock.ended(`retrieve_${outcome.retriever}`, startedAt);
        if (++settled === kinds.length) this.metrics.stage('retrieve', clock.ended('retrieve', startedAt));
        return citations.add(outcome);
      }),
      share({ connector: () => new ReplaySubject(), resetOnComplete: false, resetOnError: false }),
    );
  }

  /** The stage starts when a retriever first requests the vector. */
  #timedVector(text: string, { clock, signal }: RetrievalState): RetrievalQuery['vector'] {
    const vector = queryVector(this.embedder, text, { linker: this.linker, signal });
    let timed: ReturnType<typeof vector> | undefined;
    return () => {
      if (timed) return timed;
      const since = clock.now();
      timed = vector();
      const ended = () => this.metrics.stage('embed', clock.ended('embed', since));
      timed.then(ended, ended);
      return timed;
    };
  }
}
