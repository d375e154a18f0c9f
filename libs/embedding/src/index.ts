export { detectScripts, dominantScript } from './detect-scripts.js';
export { EMBEDDER, type Embedder, type EmbeddingRole, InjectEmbedder, type Script } from './embedder.js';
export { type EmbeddingEngine, type EngineState } from './embedding-engine.js';
export { EmbeddingError, type EmbeddingErrorCode } from './embedding.error.js';
export { EmbeddingModule } from './embedding.module.js';
export { EmbeddingStatus } from './embedding-status.js';
export { RemoteEmbedder, type RemoteEmbedderOptions } from './remote/remote-embedder.js';
