export { FakeRetriever, fakeRegistry } from './fake-retriever.js';
export { type FolderRecord, KnowledgeFolder, packRecord } from './knowledge-folder.js';
