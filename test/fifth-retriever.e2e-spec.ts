import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { FakeRetriever } from '@app/rag/testing';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';

const rain = { id: 'weather:rain', title: 'Rain', text: 'Rain on the day.', source: 'test', score: 1, tags: [] };

describe('a fifth retriever, added only to RETRIEVERS', () => {
  const weather = new FakeRetriever('weather', [rain]);
  let server: RunningServer;

  beforeAll(async () => {
    const variables = { ADMIN_KEY: 'admin-key-of-the-test', AUTH: 'off' };
    server = await startServer(variables, [{ token: RETRIEVERS, value: [...snakeRetrievers(), weather] }]);
  });
  afterAll(() => server.close());

  const retrieve = async () => {
    const response = await fetch(`${server.url}/v1/retrieve`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'rain', locale: 'en' }),
    });
    return (await response.json()) as { readonly retrievers: Readonly<Record<string, unknown>> };
  };

  it('contributes passages alongside the others', async () => {
    const { retrievers } = await retrieve();
    expect(Object.keys(retrievers).sort()).toEqual(['corpus', 'domain', 'graph', 'persona', 'weather']);
    expect(retrievers['weather']).toMatchObject({ status: 'ok', passages: [rain] });
  });

  it('has its own metric label', async () => {
    await retrieve();
    const metrics = await (
      await fetch(`${server.url}/metrics`, { headers: { authorization: 'Bearer admin-key-of-the-test' } })
    ).text();
    expect(metrics).toMatch(/retrieval_results_count\{[^}]*retriever="weather"[^}]*\} [1-9]/);
  });
});
