// A separate entry point, `@app/knowledge/writer-lock`: commands check for another writer before they load large
// modules.
export { stateDir } from './store/state-dir.js';
export { KnowledgeBusyError } from './store/lock-holder.js';
export { WriterLock } from './store/writer-lock.js';
