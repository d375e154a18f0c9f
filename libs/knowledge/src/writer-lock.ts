// A separate entry point, `@app/knowledge/writer-lock`: commands check for another writer before loading anything heavy.
export { stateDir } from './store/state-dir.js';
export { KnowledgeBusyError, WriterLock } from './store/writer-lock.js';
