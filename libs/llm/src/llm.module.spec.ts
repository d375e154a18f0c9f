import { describe, expect, it } from '@jest/globals';
import { SettingsModule, environmentSchema } from '@app/config';
import { MetricsModule } from '@app/metrics';
import { Test } from '@nestjs/testing';
import { LLM_CLIENT, type LlmClient } from './llm-client.js';
import { LlmHealth } from './llm.health.js';
import { LlmModule } from './llm.module.js';
import { HttpLlmClient } from './http-llm.client.js';

const moduleWith = (variables: Readonly<Record<string, string>>) =>
  Test.createTestingModule({
    imports: [SettingsModule.forRoot(environmentSchema.parse(variables)), MetricsModule.of(), LlmModule],
  }).compile();

describe('LlmModule', () => {
  it('provides no client when nothing is configured', async () => {
    const module = await moduleWith({});
    expect(module.get(LLM_CLIENT)).toBeUndefined();
    expect(module.get(LlmHealth)).toMatchObject({ upstreams: [], available: true });
    await module.close();
  });

  it('provides a client when a key or an address is configured, and its state', async () => {
    const module = await moduleWith({
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
      OPENAI_MODEL: 'small',
      OPENAI_FALLBACK_BASE_URL: 'http://127.0.0.1:2/v1',
    });
    const client = module.get<LlmClient>(LLM_CLIENT);
    expect([client instanceof HttpLlmClient, client.engine, client.model]).toEqual([true, 'openai', 'small']);
    expect(module.get(LlmHealth)).toMatchObject({
      available: true,
      upstreams: [
        { upstream: 'primary', model: 'small', breaker: 'closed', inFlight: 0, waiting: 0, limit: 64, pauseMs: 0 },
        { upstream: 'fallback', model: 'small', breaker: 'closed', adapted: {} },
      ],
    });
    await module.close();
  });

  it('uses Anthropic alone, or behind an OpenAI-compatible server', async () => {
    const anthropic = { ANTHROPIC_API_KEY: 'k', ANTHROPIC_MODEL: 'claude' };
    const [alone, behind] = [await moduleWith(anthropic), await moduleWith({ ...anthropic, OPENAI_API_KEY: 'k' })];
    const engines = (module: typeof alone) => module.get(LlmHealth).upstreams.map(({ engine }) => engine);
    expect([engines(alone), engines(behind)]).toEqual([['anthropic'], ['openai', 'anthropic']]);
    expect(alone.get<LlmClient>(LLM_CLIENT)).toMatchObject({ engine: 'anthropic', model: 'claude' });
    await Promise.all([alone.close(), behind.close()]);
  });
});
