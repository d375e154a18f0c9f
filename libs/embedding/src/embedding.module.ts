import { type EmbeddingConfig, embeddingConfig } from '@app/config';
import { EmbeddingMetrics } from '@app/metrics';
import { Module } from '@nestjs/common';
import { EMBEDDER } from './embedder.js';
import type { EmbeddingEngine } from './embedding-engine.js';
import { EmbeddingStatus } from './embedding-status.js';
import { createOnnxEmbedder } from './onnx/create-onnx-embedder.js';
import { RemoteEmbedder } from './remote/remote-embedder.js';

@Module({
  providers: [
    {
      provide: EMBEDDER,
      inject: [embeddingConfig.KEY, EmbeddingMetrics],
      useFactory: (config: EmbeddingConfig, metrics: EmbeddingMetrics): EmbeddingEngine =>
        config.url === undefined
          ? createOnnxEmbedder(config, metrics)
          : new RemoteEmbedder(metrics, { ...config, url: config.url }),
    },
    EmbeddingStatus,
  ],
  exports: [EMBEDDER, EmbeddingStatus],
})
export class EmbeddingModule {}
