import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CrossEncoder, type Embedder, EmbeddingStatus, InjectEmbedder } from '@app/embedding';
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
    private readonly crossEncoder: CrossEncoder,
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
      reranker: (await this.crossEncoder.model()) ?? null,
    };
  }

  @Post('embed')
  @HttpCode(200)
  async embed(@Body({ schema: embedRequest }) request: EmbedRequest, @DisconnectSignal() signal: AbortSignal) {
    const role = request.prompt_name === 'query' ? 'query' : 'passage';
    const vectors = await inSlices(this.embedder, [request.inputs].flat(), role, signal);
    return vectors.map((vector) => [...vector]);
  }

  /** Orders texts by their relevance to the query as a cross-encoder rates it, best first. */
  @Post('rerank')
  @HttpCode(200)
  async rerank(@Body({ schema: rerankRequest }) request: RerankRequest, @DisconnectSignal() signal: AbortSignal) {
    const { query, texts, raw_scores, return_text } = request;
    if ((await this.crossEncoder.model()) === undefined) throw new ProblemError('rerank.missing');
    const logits = await this.crossEncoder.rate(query, texts, signal);
    const scored = logits.map((logit, index) => {
      const score = raw_scores ? logit : 1 / (1 + Math.exp(-logit));
      return { index, score, ...(return_text && { text: texts[index] }) };
    });
    return scored.toSorted((a, b) => b.score - a.score);
  }
}
