import { describe, expect, it } from '@jest/globals';
import type { UpstreamSettings } from '@app/config';
import { resolveEndpoint } from './endpoint.js';

const at = (baseUrl: string | undefined, apiKey: string | undefined = 'k'): UpstreamSettings => ({
  engine: 'openai',
  apiKey,
  baseUrl,
  model: 'm',
});

describe('resolveEndpoint', () => {
  it('takes address and authentication from the SDK', async () => {
    const endpoint = await resolveEndpoint(at(undefined));
    expect(endpoint).toMatchObject({ origin: 'https://api.openai.com', path: '/v1/chat/completions' });
    expect(endpoint.headers).toMatchObject({ authorization: 'Bearer k', 'content-type': 'application/json' });
  });

  it.each([
    ['http://h:1', '/v1/chat/completions', '/chat/completions'],
    ['http://h:1/', '/v1/chat/completions', '/chat/completions'],
    ['http://h:1/v1', '/v1/chat/completions', '/chat/completions'],
    ['http://h:1/v1/', '/v1/chat/completions', '/chat/completions'],
    ['http://h:1/v1/chat/completions', '/v1/chat/completions', undefined],
    ['http://h:1/v1/chat/completions/', '/v1/chat/completions', undefined],
    ['http://h:1/api', '/api/chat/completions', '/api/v1/chat/completions'],
    [
      'http://h:1/openai/v1?api-version=1',
      '/openai/v1/chat/completions?api-version=1',
      '/openai/chat/completions?api-version=1',
    ],
  ])('%s is %s, else %s', async (baseUrl, path, otherPath) => {
    expect(await resolveEndpoint(at(baseUrl))).toMatchObject({ origin: 'http://h:1', path, otherPath });
  });

  it('sends no authentication to a server that needs none', async () => {
    const { headers } = await resolveEndpoint({ ...at('http://h:1'), apiKey: undefined });
    expect(headers).not.toHaveProperty('authorization');
  });

  it('uses the SDK’s Azure variant for Azure’s endpoints, and OpenAI’s for their /openai/v1', async () => {
    const classic = await resolveEndpoint(at('https://r.openai.azure.com/?api-version=2025-01-01'));
    expect(classic).toMatchObject({
      origin: 'https://r.openai.azure.com',
      path: '/openai/deployments/m/chat/completions?api-version=2025-01-01',
    });
    expect(classic.headers).toMatchObject({ 'api-key': 'k' });
    const current = await resolveEndpoint(at('https://r.openai.azure.com/openai/v1/'));
    expect(current.path).toBe('/openai/v1/chat/completions');
  });
});
