import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type RagConfig, ragConfig } from '@app/config';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import { RetrievalMetrics } from '@app/metrics';
import {
  type EntityLinker,
  InjectEntityLinker,
  InjectRetrievers,
  RETRIEVER_KINDS,
  type RetrievalOutcome,
  type RetrieverRegistry,
  queryVector,
  retrieveConcurrently,
} from '@app/rag';
import type { Request, Response } from 'express';
import { fromEvent, lastValueFrom, takeUntil, tap, toArray } from 'rxjs';
import { retrieveInput } from './retrieve-input.js';

/** The four retrievers alone, for whoever wants the passages and not the prose. */
@Controller('v1/retrieve')
export class RetrieveController {
  constructor(
    @InjectRetrievers() private readonly retrievers: RetrieverRegistry,
    @InjectEmbedder() private readonly embedder: Embedder,
    @InjectEntityLinker() private readonly linker: EntityLinker,
    @Inject(ragConfig.KEY) private readonly config: RagConfig,
    private readonly metrics: RetrievalMetrics,
  ) {}

  @Post()
  @HttpCode(200)
  async retrieve(@Body() body: unknown, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { query, facts, entities, ...rest } = retrieveInput.parse(body);
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    const startedAt = performance.now();
    const outcomes = await lastValueFrom(
      retrieveConcurrently(
        this.retrievers,
        {
          text: query,
          facts: [...facts, ...this.#linkedFacts(query)],
          entities: entities.map((id) => ({ id })),
          vector: queryVector(this.embedder, query, gone.signal),
          ...rest,
        },
        { kinds: RETRIEVER_KINDS, timeoutMs: this.config.retrieverTimeoutMs, signal: gone.signal },
      ).pipe(
        tap((outcome) => this.metrics.observe(outcome)),
        toArray(),
        takeUntil(fromEvent(request, 'aborted')),
      ),
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
