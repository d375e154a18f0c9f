// A separate entry point, `@app/knowledge/processes`: commands look for other processes that use a data folder before
// they load large modules.
export { stateDir } from './store/state-dir.js';
export { KnowledgeBusyError } from './store/lock-holder.js';
export { announceServer, findServer } from './store/running-server.js';
export { WriterLock } from './store/writer-lock.js';
