export { FakeRetriever, fakeRetrievers } from './fake-retriever.js';
export { keepOrder } from '../rerank/reranker.js';
