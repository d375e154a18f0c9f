import type { LlmRequest } from '../llm-client.js';
import type { UpstreamSettings } from './upstream-endpoint.js';

/** The body of a streamed completion. */
export function completionRequest({ model, baseUrl }: UpstreamSettings, prompt: LlmRequest): string {
  // OpenAI's newer models take the newer name alone; other servers often know the older one alone.
  const limit = baseUrl === undefined ? 'max_completion_tokens' : 'max_tokens';
  return JSON.stringify({
    model,
    stream: true,
    stream_options: { include_usage: true },
    [limit]: prompt.maxTokens,
    messages: prompt.messages,
  });
}
