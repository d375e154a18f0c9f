import { Inject, Injectable } from '@nestjs/common';
import { type RagConfig, type ReadingsConfig, ragConfig, readingsConfig } from '@app/config';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import { ReadingMetrics } from '@app/metrics';
import { type EntityLinker, InjectEntityLinker, Retrieval } from '@app/rag';
import { type EventBatch, SectionStreamer } from '@app/streaming';
import { type Observable, finalize, tap } from 'rxjs';
import type { ReadingDefinition, ReadingPlan } from './reading-definition.js';
import { readingEvents } from './reading-events.js';
import type { CommonInput } from './reading-input.js';
import type { PlannedReading, ReadingTools } from './reading-request.js';
import { ReadingSession } from './reading-session.js';
import { InjectSectionWriter, type SectionWriter } from './section-writer.js';
import { whenGrounded } from './when-grounded.js';

/** Runs any kind of reading: plan, retrieve, write, say how it ended. */
@Injectable()
export class Interpreter implements ReadingTools {
  constructor(
    readonly retrieval: Retrieval,
    @InjectEmbedder() readonly embedder: Embedder,
    @InjectEntityLinker() readonly linker: EntityLinker,
    @InjectSectionWriter() readonly writer: SectionWriter,
    @Inject(ragConfig.KEY) readonly rag: RagConfig,
    @Inject(readingsConfig.KEY) readonly readings: ReadingsConfig,
    readonly streamer: SectionStreamer,
    readonly readingMetrics: ReadingMetrics,
  ) {}

  /** Draws, casts and computes; looks nothing up. @throws ReadingInputError */
  plan<Input extends CommonInput>(definition: ReadingDefinition<Input>, input: Input): ReadingPlan {
    return definition.plan(input, { linker: this.linker });
  }

  /**
   * Plans the reading and gives it as events, `reading` first and `done` last. The Observable is good for one
   * subscriber; nothing is looked up before it subscribes, and unsubscribing aborts every retriever and upstream
   * request. It errors with UngroundedReadingError, before the first event, when the policy is `fail` and no retriever
   * answered; never after that.
   * @throws ReadingInputError at once when the input names something that cannot be.
   */
  interpret<Input extends CommonInput>(request: PlannedReading<Input>): Observable<EventBatch> {
    const session = new ReadingSession(this, request);
    const events = readingEvents(session);
    if (this.rag.policy !== 'fail') return events;
    return events.pipe(
      whenGrounded(session.outcomes),
      tap({ error: () => session.ungrounded() }),
      finalize(() => session.release()),
    );
  }
}
