import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import { DisconnectSignal } from '@app/http';
import { ProblemError } from '../problems/problem.error.js';
import { approximateTokens, embeddingsDocument } from './embeddings-document.js';
import { type EmbeddingsRequest, embeddingsRequest } from './embeddings-request.js';
import { inSlices } from './in-slices.js';

@Controller('v1/embeddings')
export class EmbeddingsController {
  constructor(@InjectEmbedder() private readonly embedder: Embedder) {}

  @Post()
  @HttpCode(200)
  async embed(
    @Body({ schema: embeddingsRequest }) request: EmbeddingsRequest,
    @DisconnectSignal() signal: AbortSignal,
  ) {
    this.#assertServable(request);
    const texts = [request.input].flat();
    const vectors = await inSlices(this.embedder, texts, request.input_type, signal);
    const { model } = this.embedder;
    return embeddingsDocument(vectors, { model, format: request.encoding_format, tokens: approximateTokens(texts) });
  }

  #assertServable({ model, dimensions }: EmbeddingsRequest): void {
    if (model !== undefined && model !== this.embedder.model) throw new ProblemError('model.unknown');
    if (dimensions !== undefined && dimensions !== this.embedder.dimensions) {
      const message = `the model has ${this.embedder.dimensions} dimensions`;
      throw new ProblemError('input.invalid', { errors: [{ field: 'dimensions', message }] });
    }
  }
}
