import { Inject, Injectable, Optional } from '@nestjs/common';
import { LLM_CLIENT, type LlmClient, type UpstreamState } from './llm-client.js';

/** State of the configured upstreams, for the health page and the statistics. */
@Injectable()
export class LlmHealth {
  constructor(@Optional() @Inject(LLM_CLIENT) private readonly client?: LlmClient) {}

  /** One for each configured upstream, the primary first; empty without a language model. */
  get upstreams(): readonly UpstreamState[] {
    return this.client?.upstreams ?? [];
  }

  /** False while every upstream has an open breaker or is paused; true without a language model. */
  get available(): boolean {
    const { upstreams } = this;
    return upstreams.length === 0 || upstreams.some(({ breaker, pauseMs }) => breaker !== 'open' && pauseMs === 0);
  }
}
