// An entry of its own, `@app/rag/writer-lock`: whether somebody writes is asked before anything heavy is loaded.
export { stateDir } from './store/state-dir.js';
export { KnowledgeBusyError, WriterLock } from './store/writer-lock.js';
