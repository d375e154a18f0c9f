import { Inject, Injectable } from '@nestjs/common';
import { type RagConfig, ragConfig } from '@app/config';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import { RetrievalMetrics } from '@app/metrics';
import {
  type EntityLinker,
  InjectEntityLinker,
  InjectRetrievers,
  RETRIEVER_KINDS,
  type RetrievalQuery,
  type RetrieverRegistry,
  queryVector,
  retrieveConcurrently,
} from '@app/rag';
import { lastValueFrom, tap, toArray } from 'rxjs';
import type { Prefetched } from '../prefetched-registry.js';
import type { ReadingDefinition, ReadingPlan } from '../reading-definition.js';
import type { CommonInput } from '../reading-input.js';

/** Passages of each retriever that are kept for the questions to come. */
const TOP_K = 8;

/** What is known before anything has been asked. */
export interface PreparedReading {
  readonly plan: ReadingPlan;
  readonly prefetched: Prefetched;
}

/** Looks up what a reading's facts call for, ahead of its first question. */
@Injectable()
export class PrefetchReading {
  constructor(
    @InjectRetrievers() private readonly retrievers: RetrieverRegistry,
    @InjectEmbedder() private readonly embedder: Embedder,
    @InjectEntityLinker() private readonly linker: EntityLinker,
    @Inject(ragConfig.KEY) private readonly config: RagConfig,
    private readonly metrics: RetrievalMetrics,
  ) {}

  /**
   * Asks all four retrievers at once; those that fail or are late are missing from what is found. Never rejects but with
   * @throws ReadingInputError when the input names something that cannot be
   */
  async prefetch<Input extends CommonInput>(
    definition: ReadingDefinition<Input>,
    input: Input,
    signal: AbortSignal,
  ): Promise<PreparedReading> {
    const plan = definition.plan(input, { linker: this.linker });
    const outcomes = await lastValueFrom(
      retrieveConcurrently(this.retrievers, this.#query(definition, input, plan, signal), {
        kinds: RETRIEVER_KINDS,
        timeoutMs: this.config.retrieverTimeoutMs,
        signal,
      }).pipe(
        tap((outcome) => this.metrics.observe(outcome)),
        toArray(),
      ),
    );
    return { plan, prefetched: Object.fromEntries(outcomes.map(({ retriever, passages }) => [retriever, passages])) };
  }

  #query<Input extends CommonInput>(
    { domain, kind }: ReadingDefinition<Input>,
    { locale, persona, collections }: Input,
    plan: ReadingPlan,
    signal: AbortSignal,
  ): RetrievalQuery {
    const text = plan.searchText ?? plan.question;
    return {
      text,
      locale,
      kind: domain ?? kind,
      facts: plan.tags,
      entities: plan.entities,
      topK: TOP_K,
      vector: queryVector(this.embedder, text, signal),
      ...(persona && { persona }),
      ...(collections && { collections }),
    };
  }
}
