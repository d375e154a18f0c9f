import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import { DisconnectSignal, Lifecycle } from '@app/http';
import { type EntityLinker, InjectEntityLinker, Retrieval, type RetrievalOutcome, queryVector } from '@app/rag';
import { type Caller, HelpService } from '@app/readings';
import { fromEvent, lastValueFrom, takeUntil, toArray } from 'rxjs';
import { RequestCaller } from '../readings/request-caller.js';
import { retrieveInput } from './retrieve-input.js';

/** The retrievers alone: passages without a reading. */
@Controller('v1/retrieve')
export class RetrieveController {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly retrieval: Retrieval,
    private readonly help: HelpService,
    @InjectEmbedder() private readonly embedder: Embedder,
    @InjectEntityLinker() private readonly linker: EntityLinker,
  ) {}

  @Post()
  @HttpCode(200)
  async retrieve(@Body() body: unknown, @RequestCaller() caller: Caller, @DisconnectSignal() signal: AbortSignal) {
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
