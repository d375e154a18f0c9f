export { type ModeChoice, ScriptableUpstream, type UpstreamOptions } from './scriptable-upstream.js';
export { textOf } from './upstream-mode.js';
export { UpstreamProcess } from './upstream-process.js';
export { runRag } from './run-rag.js';
