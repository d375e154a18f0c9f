export { endAfter } from './end-after.js';
export { contentBytes } from './http/encode-body.js';
export { HttpLlmClient } from './http-llm.client.js';
export {
  type ChatMessage,
  LLM_CLIENT,
  type LlmClient,
  type LlmDelta,
  type LlmRequest,
  type TokenUsage,
} from './llm-client.js';
export { ANSWER_ENDINGS, LlmError } from './llm.error.js';
export { LlmHealth } from './llm.health.js';
export { LlmModule } from './llm.module.js';
