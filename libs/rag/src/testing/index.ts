export { FakeRetriever, fakeRetrievers } from './fake-retriever.js';
export { keepOrder } from '../search/reranker.js';
export { smallPdf } from './small-pdf.js';
