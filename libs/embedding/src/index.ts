export { type Embedder, EMBEDDER, type EmbeddingRole, InjectEmbedder } from './embedder.js';
export { EmbeddingStatus } from './embedding-status.js';
export { EmbeddingError } from './embedding.error.js';
export { pullModel } from './hub/pull-model.js';
export { EmbeddingModule } from './embedding.module.js';
export { installedModels } from './onnx/model-source.js';
export { readsPassage, readsQuery } from './readable-text.js';
export { RemoteEmbedder } from './remote/remote-embedder.js';
export { untilAborted } from './until-aborted.js';
