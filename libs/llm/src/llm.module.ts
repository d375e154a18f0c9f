import { Inject, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { type LlmConfig, llmConfig } from '@app/config';
import { LlmMetrics, StreamMetrics } from '@app/metrics';
import { HttpLlmClient } from './http-llm.client.js';
import { LLM_CLIENT } from './llm-client.js';
import { LlmHealth } from './llm.health.js';
import { shutdownOf } from './openai/model-shutdowns.js';

async function createClient(
  config: LlmConfig,
  metrics: LlmMetrics,
  streamMetrics: StreamMetrics,
): Promise<HttpLlmClient | undefined> {
  const { upstream } = config;
  return upstream && HttpLlmClient.create({ config: { ...config, upstream }, metrics, streamMetrics });
}

/** Provides LLM_CLIENT: undefined when no language model is configured. */
@Module({
  providers: [
    { provide: LLM_CLIENT, useFactory: createClient, inject: [llmConfig.KEY, LlmMetrics, StreamMetrics] },
    LlmHealth,
  ],
  exports: [LLM_CLIENT, LlmHealth],
})
export class LlmModule implements OnModuleInit {
  constructor(@Inject(llmConfig.KEY) private readonly config: LlmConfig) {}

  onModuleInit(): void {
    for (const settings of [this.config.upstream, this.config.fallback]) {
      const date = settings && shutdownOf(settings);
      if (date)
        new Logger('Llm').warn(`The model has an announced shutdown date (model=${settings.model}, date=${date})`);
    }
  }
}
