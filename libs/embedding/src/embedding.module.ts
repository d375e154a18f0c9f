import { embeddingConfig } from '@app/config';
import { EmbeddingMetrics } from '@app/metrics';
import { Module } from '@nestjs/common';
import { createEmbedder } from './create-embedder.js';
import { EMBEDDER } from './embedder.js';
import { EmbeddingStatus } from './embedding-status.js';

@Module({
  providers: [
    { provide: EMBEDDER, inject: [embeddingConfig.KEY, EmbeddingMetrics], useFactory: createEmbedder },
    EmbeddingStatus,
  ],
  exports: [EMBEDDER, EmbeddingStatus],
})
export class EmbeddingModule {}
