import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type Environment, SettingsModule } from '@app/config';
import { EmbeddingModule } from '@app/embedding';
import { Lifecycle, LivenessController, MetricsController } from '@app/http';
import { BuildMetrics, EmbeddingMetrics, HttpMetrics, MetricsModule } from '@app/metrics';
import { BearerGuard } from './access/bearer.guard.js';
import { EmbeddingsController } from './embeddings/embeddings.controller.js';
import { ModelsController } from './embeddings/models.controller.js';
import { ReadinessController } from './health/readiness.controller.js';
import { TeiController } from './tei/tei.controller.js';

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
      providers: [Lifecycle, { provide: APP_GUARD, useClass: BearerGuard }],
    };
  }
}
