export { FakeEmbedder } from './fake-embedder.js';
export { FakeEmbeddingWorkers } from './fake-embedding-workers.js';
