export { type Embedder, EMBEDDER, type EmbeddingRole, InjectEmbedder } from './embedder.js';
export { EmbeddingStatus } from './embedding-status.js';
export { EmbeddingError } from './embedding.error.js';
export { EmbeddingModule } from './embedding.module.js';
export { RemoteEmbedder } from './remote/remote-embedder.js';
export { untilAborted } from './until-aborted.js';
