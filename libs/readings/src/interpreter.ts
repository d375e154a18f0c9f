import { type RagConfig, ragConfig } from '@app/config';
import { ReadingMetrics } from '@app/metrics';
import { type EntityLinker, InjectEntityLinker } from '@app/rag';
import { type EventBatch, type ReadingDone, type ReadingStarted, SectionStreamer } from '@app/streaming';
import { Inject, Injectable } from '@nestjs/common';
import { type Observable, finalize, tap } from 'rxjs';
import { CitationIndex } from './citation-index.js';
import { SceneReader } from './dream/scene/scene-reader.js';
import { KnowledgeSelector } from './passages/knowledge-selector.js';
import type { ReadingDefinition, ReadingPlan, SectionDefinition } from './reading-definition.js';
import { readingEvents } from './reading-events.js';
import type { CommonInput } from './reading-input.js';
import { ReadingProgress } from './reading-progress.js';
import type { PlannedReading } from './reading-request.js';
import { ReadingRetrieval } from './reading-retrieval.js';
import { SectionSources } from './section-sources.js';
import { InjectSectionWriter, type SectionWriter } from './section-writer.js';
import { StageClock } from './stage-clock.js';
import { whenGrounded } from './when-grounded.js';

/** Runs a reading of any kind: retrieval, sections, outcome. */
@Injectable()
export class Interpreter {
  constructor(
    private readonly retrieval: ReadingRetrieval,
    private readonly sources: SectionSources,
    private readonly streamer: SectionStreamer,
    private readonly metrics: ReadingMetrics,
    @InjectSectionWriter() private readonly writer: SectionWriter,
    @InjectEntityLinker() private readonly linker: EntityLinker,
    private readonly scenes: SceneReader,
    private readonly knowledge: KnowledgeSelector,
    @Inject(ragConfig.KEY) private readonly rag: Pick<RagConfig, 'policy'>,
  ) {}

  /**
   * Computes the plan of a reading, without retrieval.
   * @throws ReadingInputError
   */
  plan<Input extends CommonInput>(definition: ReadingDefinition<Input>, input: Input): ReadingPlan {
    const tools = { linker: this.linker, scenes: this.scenes };
    return this.knowledge.complete(definition.plan(input, tools), input, definition, tools);
  }

  /**
   * The events of a reading, from `reading` to `done`. Cold, for one subscriber; unsubscribing aborts all retrievers
   * and upstream requests. Errors only before the first event, with UngroundedReadingError, when the policy is `fail`
   * and no retriever answered.
   */
  interpret(planned: PlannedReading): Observable<EventBatch> {
    const { definition, plan, arrivedAt, earlier, care } = planned;
    const sections = sectionsOf(definition, plan);
    const clock = new StageClock(arrivedAt, earlier);
    const progress = new ReadingProgress(definition.kind, clock, this.metrics);
    const citations = new CitationIndex();
    const retrieval = this.retrieval.run(planned, sections, { clock, citations, signal: progress.signal });
    const events = readingEvents({
      started: this.#started(planned, sections),
      retrieval,
      sections: this.streamer.stream(this.sources.of(planned, sections, { clock, citations, retrieval })),
      progress,
      // The suggested questions have a light tone, which is unsuitable for a care topic.
      done: endOf(progress, citations, care ? undefined : plan.followups),
    });
    if (this.rag.policy !== 'fail') return events;
    return events.pipe(
      whenGrounded(retrieval),
      tap({ error: () => progress.stop('failed') }),
      finalize(() => progress.stop('cancelled')),
    );
  }

  #started(
    { id, definition, input, plan, care, warnings }: PlannedReading,
    sections: readonly SectionDefinition[],
  ): ReadingStarted {
    const { engine, model } = this.writer;
    return {
      reading: id,
      kind: definition.kind,
      locale: input.locale,
      sections: sections.map((section) => section.id),
      facts: plan.shownFacts ?? plan.facts,
      llm: { engine, model },
      ...(warnings && { warnings }),
      ...(care && { care: { topic: care.topic, lines: care.lines } }),
    };
  }
}

// Functions of the module instead of closures inside `interpret`, which would hold the plan until the end of a stream.

const sectionsOf = ({ sections }: ReadingDefinition, plan: ReadingPlan): readonly SectionDefinition[] =>
  sections.filter(({ when }) => when?.(plan) ?? true);

const endOf =
  (progress: ReadingProgress, citations: CitationIndex, followups: ReadingPlan['followups'] | undefined) =>
  (): ReadingDone => ({ ...progress.finish(), grounded: !citations.isEmpty, ...(followups && { followups }) });
