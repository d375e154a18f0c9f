import type { EmbeddingConfig } from '@app/config';
import type { EmbeddingMetrics } from '@app/metrics';
import { Logger } from '@nestjs/common';
import { devicesToTry, runtimeOffersCuda } from './devices.js';
import type { LoadedModel } from './embedding-workers.js';
import { findModel } from './model-source.js';
import { profileOf } from './model-profile.js';
import { OnnxEmbedder } from './onnx-embedder.js';
import { PiscinaWorkers } from './piscina-workers.js';

const logger = new Logger('OnnxEmbedder');

/** The embedder that the configuration asks for, with its thread pool; the caller closes it. */
export function createOnnxEmbedder(config: EmbeddingConfig, metrics: EmbeddingMetrics): OnnxEmbedder {
  const source = findModel(config.model, config.modelDir);
  const profile = profileOf(source.id);
  const { threads, device, workers, timeoutMs } = config;
  const devices = devicesToTry(device, runtimeOffersCuda);
  const pool = new PiscinaWorkers({ source, pooling: profile.pooling, threads, devices }, workers);
  return new OnnxEmbedder(pool, metrics, { source, profile, timeoutMs, onLoaded });
}

function onLoaded({ device, loadMs }: LoadedModel): void {
  logger.log(`model loaded in ${loadMs} ms on ${device}`);
}
