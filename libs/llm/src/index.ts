export {
  type ChatMessage,
  type Evidence,
  InjectLlmClient,
  LLM_CLIENT,
  type LlmClient,
  type LlmDelta,
  type SectionBrief,
  type SectionPrompt,
  type TokenUsage,
} from './llm-client.js';
export { endAfter } from './end-after.js';
export { LlmError, type LlmErrorCode } from './llm.error.js';
export { isDenied } from './offline/facts/denied-feelings.js';
export { OfflineComposer } from './offline/offline-composer.js';
export { LlmHealth } from './llm.health.js';
export { LlmModule } from './llm.module.js';
export { OpenAiClient, type OpenAiClientOptions } from './openai.client.js';
export type { UpstreamState } from './upstream.js';
