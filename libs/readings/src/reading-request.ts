import type { RagConfig, ReadingsConfig } from '@app/config';
import type { Embedder } from '@app/embedding';
import type { ReadingMetrics } from '@app/metrics';
import type { EntityLinker, Retrieval } from '@app/rag';
import type { SectionStreamer, StageTiming } from '@app/streaming';
import type { ReadingDefinition, ReadingPlan } from './reading-definition.js';
import type { CommonInput } from './reading-input.js';
import type { SectionWriter } from './section-writer.js';

export interface ReadingRequest<Input extends CommonInput> {
  readonly id: string;
  readonly definition: ReadingDefinition<Input>;
  readonly input: Input;
  /** `performance.now()` when the request arrived. */
  readonly arrivedAt: number;
  /** W3C `traceparent` for the upstreams that are asked on the request's behalf. */
  readonly traceparent?: string;
  /** What `plan` made of the input; made when absent. */
  readonly plan?: ReadingPlan;
  /** Stages that were over before the reading began, also the plan when it came with the request; ms since the arrival. */
  readonly earlier?: Readonly<Record<string, StageTiming>>;
}

/** What every reading works with. */
export interface ReadingTools {
  readonly retrieval: Retrieval;
  readonly embedder: Embedder;
  readonly linker: EntityLinker;
  readonly writer: SectionWriter;
  readonly rag: RagConfig;
  readonly readings: ReadingsConfig;
  readonly streamer: SectionStreamer;
  readonly readingMetrics: ReadingMetrics;
}
