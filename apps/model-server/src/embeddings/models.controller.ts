import { Controller, Get } from '@nestjs/common';
import { type Embedder, EmbeddingStatus, InjectEmbedder } from '@app/embedding';

@Controller('v1/models')
export class ModelsController {
  constructor(
    @InjectEmbedder() private readonly embedder: Embedder,
    private readonly status: EmbeddingStatus,
  ) {}

  /**
   * OpenAI's list plus dimensions, scripts and input types. Waits for the model, whose files may define its dimensions.
   */
  @Get()
  async models() {
    await this.status.ready();
    const { model, dimensions, scripts } = this.embedder;
    const entry = { id: model, object: 'model', created: 0, owned_by: 'local', dimensions };
    return { object: 'list', data: [{ ...entry, scripts: [...scripts], input_types: ['query', 'passage'] }] };
  }
}
