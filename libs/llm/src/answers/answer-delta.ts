import type { LlmDelta } from '../llm-client.js';

/**
 * One item of an upstream's answer. `progress` reports reasoning: it resets the token deadlines and is not passed on.
 */
export type AnswerDelta = LlmDelta | { readonly type: 'progress' };
