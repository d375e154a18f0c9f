import { describe, expect, it } from '@jest/globals';
import type { LlmRequest } from '../llm-client.js';
import { completionRequest } from './completion-request.js';
import { resolveEndpoint } from './upstream-endpoint.js';

const prompt: LlmRequest = {
  messages: [{ role: 'user', content: '큰 뱀' }],
  maxTokens: 400,
};

describe('completionRequest', () => {
  it('asks for a stream with usage, and sends nothing but the messages', () => {
    const settings = { apiKey: undefined, baseUrl: 'http://127.0.0.1:1/v1', model: 'm' };
    expect(JSON.parse(completionRequest(settings, prompt))).toEqual({
      model: 'm',
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 400,
      messages: [{ role: 'user', content: '큰 뱀' }],
    });
  });

  it('names the limit as OpenAI’s own models want it', () => {
    const settings = { apiKey: 'k', baseUrl: undefined, model: 'm' };
    expect(JSON.parse(completionRequest(settings, prompt))).toMatchObject({ max_completion_tokens: 400 });
  });
});

describe('resolveEndpoint', () => {
  it('takes address and authentication from the SDK', async () => {
    const endpoint = await resolveEndpoint({ apiKey: 'k', baseUrl: undefined, model: 'm' });
    expect(endpoint).toMatchObject({ origin: 'https://api.openai.com', path: '/v1/chat/completions' });
    expect(endpoint.headers).toMatchObject({ authorization: 'Bearer k', 'content-type': 'application/json' });
  });

  it('sends no authentication to a server that wants none, and keeps the query of its address', async () => {
    const baseUrl = 'http://127.0.0.1:8080/openai/v1?api-version=1';
    const endpoint = await resolveEndpoint({ apiKey: undefined, baseUrl, model: 'm' });
    expect(endpoint).toMatchObject({
      origin: 'http://127.0.0.1:8080',
      path: '/openai/v1/chat/completions?api-version=1',
    });
    expect(endpoint.headers).not.toHaveProperty('authorization');
  });
});
