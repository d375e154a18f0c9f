import { Module, type OnModuleDestroy } from '@nestjs/common';
import { type LlmConfig, llmConfig } from '@app/config';
import { LlmMetrics, StreamMetrics } from '@app/metrics';
import { InjectLlmClient, LLM_CLIENT, type LlmClient } from './llm-client.js';
import { LlmHealth } from './llm.health.js';
import { OfflineComposer } from './offline/offline-composer.js';
import { OpenAiClient } from './openai.client.js';

async function chooseClient(config: LlmConfig, metrics: LlmMetrics, streamMetrics: StreamMetrics): Promise<LlmClient> {
  const { upstream } = config;
  if (!upstream) return new OfflineComposer();
  return OpenAiClient.create({ config: { ...config, upstream }, metrics, streamMetrics });
}

/** Who writes the sections: a model when a key or an address is configured, else the offline composer. */
@Module({
  providers: [
    { provide: LLM_CLIENT, useFactory: chooseClient, inject: [llmConfig.KEY, LlmMetrics, StreamMetrics] },
    LlmHealth,
  ],
  exports: [LLM_CLIENT, LlmHealth],
})
export class LlmModule implements OnModuleDestroy {
  constructor(@InjectLlmClient() private readonly client: LlmClient) {}

  async onModuleDestroy(): Promise<void> {
    if (this.client instanceof OpenAiClient) await this.client.destroy();
  }
}
