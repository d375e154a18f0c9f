import type { LlmDelta } from '../llm-client.js';

/** What one request says; `progress` is reasoning: a sign of life for the deadlines that goes no further. */
export type AnswerDelta = LlmDelta | { readonly type: 'progress' };
