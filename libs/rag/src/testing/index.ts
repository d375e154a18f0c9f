export { FakeRetriever, fakeRegistry } from './fake-retriever.js';
export { type FolderRecord, KnowledgeFolder, packRecord } from './knowledge-folder.js';
export { FakeNeighbourSource } from './fake-neighbour-source.js';
