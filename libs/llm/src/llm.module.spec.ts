import { describe, expect, it } from '@jest/globals';
import { SettingsModule, environmentSchema } from '@app/config';
import { MetricsModule } from '@app/metrics';
import { Test } from '@nestjs/testing';
import { LLM_CLIENT, type LlmClient } from './llm-client.js';
import { LlmHealth } from './llm.health.js';
import { LlmModule } from './llm.module.js';
import { OpenAiClient } from './openai.client.js';

const moduleWith = (variables: Readonly<Record<string, string>>) =>
  Test.createTestingModule({
    imports: [SettingsModule.forRoot(environmentSchema.parse(variables)), MetricsModule, LlmModule],
  }).compile();

describe('LlmModule', () => {
  it('provides no client when nothing is configured', async () => {
    const module = await moduleWith({});
    expect(module.get(LLM_CLIENT)).toBeUndefined();
    expect(module.get(LlmHealth)).toMatchObject({ upstreams: [], available: true });
    await module.close();
  });

  it('asks a model when a key or an address is configured, and says how it is doing', async () => {
    const module = await moduleWith({
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
      OPENAI_MODEL: 'small',
      OPENAI_FALLBACK_BASE_URL: 'http://127.0.0.1:2/v1',
    });
    const client = module.get<LlmClient>(LLM_CLIENT);
    expect([client instanceof OpenAiClient, client.engine, client.model]).toEqual([true, 'openai', 'small']);
    expect(module.get(LlmHealth)).toMatchObject({
      available: true,
      upstreams: [
        { upstream: 'primary', model: 'small', breaker: 'closed', inFlight: 0, waiting: 0, limit: 64 },
        { upstream: 'fallback', model: 'small', breaker: 'closed', inFlight: 0, waiting: 0, limit: 64 },
      ],
    });
    await module.close();
  });
});
