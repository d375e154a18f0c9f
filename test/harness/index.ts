export { type ChatBody, type ModeChoice, ScriptableUpstream, type UpstreamOptions } from './scriptable-upstream.js';
export { BEHAVIOURS, type Behaviour, textOf, tokensOf, parseMode, type UpstreamMode } from './upstream-mode.js';
export { UpstreamProcess } from './upstream-process.js';
export { type RequestRecord, type UpstreamCounts, UpstreamStats } from './upstream-stats.js';
