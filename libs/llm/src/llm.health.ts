import { Injectable } from '@nestjs/common';
import { InjectLlmClient, type LlmClient } from './llm-client.js';
import { OpenAiClient } from './openai.client.js';
import type { UpstreamState } from './upstream.js';

/** How the upstreams of this process are doing, for the health page and the statistics. */
@Injectable()
export class LlmHealth {
  constructor(@InjectLlmClient() private readonly client: LlmClient) {}

  /** One for each configured upstream, the first choice first; none for the offline composer. */
  get upstreams(): readonly UpstreamState[] {
    return this.client instanceof OpenAiClient ? this.client.upstreams : [];
  }

  /** Whether anybody can write: no breaker is open on every way there is. */
  get available(): boolean {
    return this.upstreams.length === 0 || this.upstreams.some(({ breaker }) => breaker !== 'open');
  }
}
