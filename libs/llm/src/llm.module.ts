import { Inject, Module, type OnModuleDestroy, Optional } from '@nestjs/common';
import { type LlmConfig, llmConfig } from '@app/config';
import { LlmMetrics, StreamMetrics } from '@app/metrics';
import { LLM_CLIENT } from './llm-client.js';
import { LlmHealth } from './llm.health.js';
import { OpenAiClient } from './openai.client.js';

async function createClient(
  config: LlmConfig,
  metrics: LlmMetrics,
  streamMetrics: StreamMetrics,
): Promise<OpenAiClient | undefined> {
  const { upstream } = config;
  return upstream && OpenAiClient.create({ config: { ...config, upstream }, metrics, streamMetrics });
}

/** Provides LLM_CLIENT: undefined when neither a key nor a base URL is configured. */
@Module({
  providers: [
    { provide: LLM_CLIENT, useFactory: createClient, inject: [llmConfig.KEY, LlmMetrics, StreamMetrics] },
    LlmHealth,
  ],
  exports: [LLM_CLIENT, LlmHealth],
})
export class LlmModule implements OnModuleDestroy {
  constructor(@Optional() @Inject(LLM_CLIENT) private readonly client?: OpenAiClient) {}

  async onModuleDestroy(): Promise<void> {
    await this.client?.destroy();
  }
}
