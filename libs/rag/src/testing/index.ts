export { fakeRegistry, FakeRetriever } from './fake-retriever.js';
export { smallPdf } from './small-pdf.js';
