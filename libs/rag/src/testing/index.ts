export { FakeRetriever, fakeRegistry } from './fake-retriever.js';
