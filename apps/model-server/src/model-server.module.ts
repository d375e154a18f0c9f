import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import {
  type EmbeddingConfig,
  type Environment,
  type RagConfig,
  SettingsModule,
  embeddingConfig,
  ragConfig,
} from '@app/config';
import { CrossEncoder, EmbeddingModule } from '@app/embedding';
import { Lifecycle, LivenessController, MetricsController } from '@app/http';
import { BuildMetrics, EmbeddingMetrics, HttpMetrics, MetricsModule } from '@app/metrics';
import { BearerGuard } from './access/bearer.guard.js';
import { EmbeddingsController } from './embeddings/embeddings.controller.js';
import { ModelsController } from './embeddings/models.controller.js';
import { ReadinessController } from './health/readiness.controller.js';
import { TeiController } from './tei/tei.controller.js';

const crossEncoder = {
  provide: CrossEncoder,
  inject: [embeddingConfig.KEY, ragConfig.KEY],
  useFactory: (config: EmbeddingConfig, { rerank: { model } }: RagConfig) => new CrossEncoder({ ...config, model }),
};

@Module({})
export class ModelServerModule {
  static forRoot(environment: Environment): DynamicModule {
    // Replicas may share one environment file; with `EMBEDDINGS_URL` this server would send requests to itself.
    const own = { ...environment, EMBEDDINGS_URL: undefined };
    return {
      module: ModelServerModule,
      imports: [
        SettingsModule.forRoot(own),
        MetricsModule.of([BuildMetrics, EmbeddingMetrics, HttpMetrics]),
        EmbeddingModule,
      ],
      controllers: [
        EmbeddingsController,
        ModelsController,
        TeiController,
        LivenessController,
        ReadinessController,
        MetricsController,
      ],
      providers: [Lifecycle, crossEncoder, { provide: APP_GUARD, useClass: BearerGuard }],
    };
  }
}
