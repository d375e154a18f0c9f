import type { EmbeddingConfig } from '@app/config';
import type { EmbeddingMetrics } from '@app/metrics';
import type { EmbeddingEngine } from './embedding-engine.js';
import { createOnnxEmbedder } from './onnx/create-onnx-embedder.js';
import { RemoteEmbedder } from './remote/remote-embedder.js';

/** Creates the configured embedder: the model in process, or the client of a server. The caller closes it. */
export const createEmbedder = (config: EmbeddingConfig, metrics: EmbeddingMetrics): EmbeddingEngine =>
  config.url === undefined
    ? createOnnxEmbedder(config, metrics)
    : new RemoteEmbedder(metrics, { ...config, url: config.url });
