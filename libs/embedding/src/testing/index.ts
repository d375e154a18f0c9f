export { FakeEmbedder } from './fake-embedder.js';
