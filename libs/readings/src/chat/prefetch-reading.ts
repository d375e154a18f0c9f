import { Injectable } from '@nestjs/common';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import {
  type EntityLinker,
  InjectEntityLinker,
  type PassagesByRetriever,
  Retrieval,
  type RetrievalQuery,
  queryVector,
} from '@app/rag';
import { lastValueFrom, toArray } from 'rxjs';
import type { ReadingDefinition, ReadingPlan } from '../reading-definition.js';
import type { CommonInput } from '../reading-input.js';

/** Passages of each retriever that are kept for the questions to come. */
const TOP_K = 8;

/** What is known before anything has been asked. */
export interface PreparedReading {
  readonly plan: ReadingPlan;
  readonly prefetched: PassagesByRetriever;
}

/** Looks up what a reading's facts call for, ahead of its first question. */
@Injectable()
export class PrefetchReading {
  constructor(
    private readonly retrieval: Retrieval,
    @InjectEmbedder() private readonly embedder: Embedder,
    @InjectEntityLinker() private readonly linker: EntityLinker,
  ) {}

  /**
   * Asks all retrievers at once; those that fail or are late are missing from what is found. Never rejects but with
   * @throws ReadingInputError when the input names something that cannot be
   */
  async prefetch<Input extends CommonInput>(
    definition: ReadingDefinition<Input>,
    input: Input,
    signal: AbortSignal,
  ): Promise<PreparedReading> {
    const plan = definition.plan(input, { linker: this.linker });
    const outcomes = await lastValueFrom(
      this.retrieval.run(this.#query(definition, input, plan, signal), { signal }).pipe(toArray()),
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
      vector: queryVector(this.embedder, text, { linker: this.linker, signal }),
      ...(persona && { persona }),
      ...(collections && { collections }),
    };
  }
}
