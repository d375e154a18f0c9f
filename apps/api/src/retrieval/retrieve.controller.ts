import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import { type EntityLinker, InjectEntityLinker, Retrieval, type RetrievalOutcome, queryVector } from '@app/rag';
import type { Request, Response } from 'express';
import { fromEvent, lastValueFrom, takeUntil, toArray } from 'rxjs';
import { retrieveInput } from './retrieve-input.js';

/** The retrievers alone: passages without a reading. */
@Controller('v1/retrieve')
export class RetrieveController {
  constructor(
    private readonly retrieval: Retrieval,
    @InjectEmbedder() private readonly embedder: Embedder,
    @InjectEntityLinker() private readonly linker: EntityLinker,
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
      this.retrieval
        .run(
          {
            text: query,
            facts: [...facts, ...this.#linkedFacts(query)],
            entities: entities.map((id) => ({ id })),
            vector: queryVector(this.embedder, query, { linker: this.linker, signal: gone.signal }),
            ...rest,
          },
          { signal: gone.signal },
        )
        .pipe(toArray(), takeUntil(fromEvent(request, 'aborted'))),
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
