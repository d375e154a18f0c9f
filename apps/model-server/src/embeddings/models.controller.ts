import { Controller, Get, UseGuards } from '@nestjs/common';
import { type Embedder, EmbeddingStatus, InjectEmbedder } from '@app/embedding';
import { BearerGuard } from '../http/bearer.guard.js';

@Controller('v1/models')
@UseGuards(BearerGuard)
export class ModelsController {
  constructor(
    @InjectEmbedder() private readonly embedder: Embedder,
    private readonly status: EmbeddingStatus,
  ) {}

  /** OpenAI's list, and what a client of ours must know besides. Waits for the model: its dimensions may come with it. */
  @Get()
  async models() {
    await this.status.ready();
    const { model, dimensions, scripts } = this.embedder;
    const entry = { id: model, object: 'model', created: 0, owned_by: 'local', dimensions };
    return { object: 'list', data: [{ ...entry, scripts: [...scripts], input_types: ['query', 'passage'] }] };
  }
}
