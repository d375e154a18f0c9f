import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Embedder, EmbeddingStatus, InjectEmbedder, readsPassage, readsQuery } from '@app/embedding';
import { DisconnectSignal } from '@app/http';
import { MAX_TEXTS } from '../embeddings/embeddings-request.js';
import { inSlices } from '../embeddings/in-slices.js';
import { ProblemError } from '../problems/problem.error.js';
import { type EmbedRequest, type RerankRequest, embedRequest, rerankRequest } from './tei-requests.js';

/** Routes of text-embeddings-inference, for clients that do not use OpenAI's protocol. */
@Controller()
export class TeiController {
  constructor(
    @InjectEmbedder() private readonly embedder: Embedder,
    private readonly status: EmbeddingStatus,
  ) {}

  @Get('info')
  async info() {
    await this.status.ready();
    const { model, dimensions, scripts } = this.embedder;
    return {
      model_id: model,
      model_type: { embedding: {} },
      max_client_batch_size: MAX_TEXTS,
      auto_truncate: true,
      dimensions,
      scripts: [...scripts],
    };
  }

  @Post('embed')
  @HttpCode(200)
  async embed(@Body({ schema: embedRequest }) request: EmbedRequest, @DisconnectSignal() signal: AbortSignal) {
    const role = request.prompt_name === 'query' ? 'query' : 'passage';
    const vectors = await inSlices(this.embedder, [request.inputs].flat(), role, signal);
    return vectors.map((vector) => [...vector]);
  }

  /** Orders texts by the cosine of their embedding and the query's, best first; not a cross-encoder. */
  @Post('rerank')
  @HttpCode(200)
  async rerank(@Body({ schema: rerankRequest }) request: RerankRequest, @DisconnectSignal() signal: AbortSignal) {
    this.#assertReadable(request);
    const [query] = await this.embedder.embed([request.query], signal, 'query');
    const vectors = await inSlices(this.embedder, request.texts, 'passage', signal);
    const scored = vectors.map((vector, index) => {
      const cosine = dot(vector, query!);
      const score = request.raw_scores ? cosine : Math.min(1, Math.max(0, cosine));
      return { index, score, ...(request.return_text && { text: request.texts[index] }) };
    });
    return scored.toSorted((a, b) => b.score - a.score);
  }

  /** Vectors of text in a script that the model does not know are noise, and so is their order. */
  #assertReadable({ query, texts }: RerankRequest): void {
    const unreadable = texts.findIndex((text) => !readsPassage(this.embedder, text));
    if (readsQuery(this.embedder, query) && unreadable < 0) return;
    const field = readsQuery(this.embedder, query) ? `texts.${unreadable}` : 'query';
    const message = `is in a script that ${this.embedder.model} does not know`;
    throw new ProblemError('input.unreadable', { errors: [{ field, message }] });
  }
}

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
