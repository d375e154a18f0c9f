export { FakeRetriever, fakeRetrievers } from './fake-retriever.js';
export { NamingLinker } from './naming-linker.js';
export { keepOrder } from '../rerank/reranker.js';
