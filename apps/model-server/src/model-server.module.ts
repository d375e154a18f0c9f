import { type DynamicModule, Module } from '@nestjs/common';
import { type Environment, SettingsModule } from '@app/config';
import { EmbeddingModule } from '@app/embedding';
import { MetricsModule } from '@app/metrics';
import { EmbeddingsController } from './embeddings/embeddings.controller.js';
import { ModelsController } from './embeddings/models.controller.js';
import { HealthController } from './operations/health.controller.js';
import { Leaving } from './operations/leaving.js';
import { MetricsController } from './operations/metrics.controller.js';

@Module({})
export class ModelServerModule {
  static forRoot(environment: Environment): DynamicModule {
    // A fleet shares one environment file: here EMBEDDINGS_URL would make the server its own client.
    const own = { ...environment, EMBEDDINGS_URL: undefined };
    return {
      module: ModelServerModule,
      imports: [SettingsModule.forRoot(own), MetricsModule, EmbeddingModule],
      controllers: [EmbeddingsController, ModelsController, HealthController, MetricsController],
      providers: [Leaving],
    };
  }
}
