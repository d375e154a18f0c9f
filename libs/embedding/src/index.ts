export { detectScripts, dominantScript } from './detect-scripts.js';
export { EMBEDDER, type Embedder, type EmbeddingRole, InjectEmbedder, type Script } from './embedder.js';
export { EmbeddingError, type EmbeddingErrorCode } from './embedding.error.js';
