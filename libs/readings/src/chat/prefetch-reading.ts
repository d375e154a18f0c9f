import { Injectable } from '@nestjs/common';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import { type EntityLinker, InjectEntityLinker, type PassagesByRetriever, Retrieval, queryVector } from '@app/rag';
import { lastValueFrom, toArray } from 'rxjs';
import { SceneReader } from '../dream/scene/scene-reader.js';
import { KnowledgeSelector } from '../passages/knowledge-selector.js';
import type { ReadingDefinition, ReadingPlan } from '../reading-definition.js';
import type { CommonInput } from '../reading-input.js';
import { retrievalQuery, searchTextOf } from '../retrieval-query.js';

/** Number of passages per retriever that are kept for later questions. */
const TOP_K = 8;

/** A plan and passages retrieved before the first question. */
export interface PreparedReading {
  readonly plan: ReadingPlan;
  readonly prefetched: PassagesByRetriever;
}

/** Runs the retrieval of a reading before its first question. */
@Injectable()
export class PrefetchReading {
  constructor(
    private readonly retrieval: Retrieval,
    @InjectEmbedder() private readonly embedder: Embedder,
    @InjectEntityLinker() private readonly linker: EntityLinker,
    private readonly scenes: SceneReader,
    private readonly knowledge: KnowledgeSelector,
  ) {}

  /**
   * Queries all retrievers concurrently. Retrievers that fail or time out are missing from the result.
   * @throws ReadingInputError when the input names something that does not exist
   */
  async prefetch<Input extends CommonInput>(
    definition: ReadingDefinition<Input>,
    input: Input,
    signal: AbortSignal,
  ): Promise<PreparedReading> {
    const tools = { linker: this.linker, scenes: this.scenes };
    const plan = this.knowledge.complete(definition.plan(input, tools), input, definition, tools);
    const vector = queryVector(this.embedder, searchTextOf(plan), { linker: this.linker, signal });
    const query = retrievalQuery(definition, input, plan, { vector, topK: TOP_K });
    const outcomes = await lastValueFrom(this.retrieval.run(query, { signal }).pipe(toArray()));
    return { plan, prefetched: Object.fromEntries(outcomes.map(({ retriever, passages }) => [retriever, passages])) };
  }
}
