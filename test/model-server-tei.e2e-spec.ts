import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readEnvironment } from '@app/config';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../apps/model-server/src/create-app.js';
import { writeOverlapModel } from '../libs/embedding/src/testing/overlap-model.js';
import type { FusedHit } from '../libs/rag/src/fusion/fused-hit.js';
import { RemoteReranker } from '../libs/rag/src/rerank/remote.reranker.js';

interface OpenAiEmbeddings {
  readonly data: readonly { readonly embedding: readonly number[] }[];
}

interface Rated {
  readonly index: number;
  readonly score: number;
}

const hit = (id: string, text: string): FusedHit => ({
  score: 0,
  row: {
    id,
    text,
    title: '',
    collection: 'c',
    document: id,
    hash: '',
    domain: '',
    lang: 'en',
    source: '',
    tags: [],
    facets: {},
  },
});

describe('model server with the protocol of text-embeddings-inference', () => {
  let models: string;
  let app: NestExpressApplication;
  let url: string;

  beforeAll(async () => {
    models = await mkdtemp(join(tmpdir(), 'models-'));
    app = await createApp(readEnvironment({ NODE_ENV: 'test', LOG_LEVEL: 'silent', MODEL_DIR: models }));
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    await rm(models, { recursive: true });
  });

  const tei = (path: string, body?: unknown) =>
    fetch(`${url}/${path}`, {
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });

  it('describes its model', async () => {
    expect(await (await tei('info')).json()).toMatchObject({
      model_id: 'all-MiniLM-L6-v2',
      max_client_batch_size: 2_048,
      dimensions: 384,
    });
  });

  it('embeds as the OpenAI route does', async () => {
    const [vector] = (await (await tei('embed', { inputs: 'a snake' })).json()) as number[][];
    const { data } = (await (await tei('v1/embeddings', { input: 'a snake' })).json()) as OpenAiEmbeddings;
    expect(vector).toEqual(data[0]?.embedding);
  });

  it('refuses to rerank without a cross-encoder', async () => {
    const refused = await tei('rerank', { query: 'a snake', texts: ['a snake'] });
    expect([refused.status, await refused.json()]).toEqual([
      501,
      expect.objectContaining({ error: 'No cross-encoder is installed.', code: 'rerank.missing' }),
    ]);
    expect(await (await tei('info')).json()).toMatchObject({ reranker: null });
  });

  it('orders texts by the rating of the installed cross-encoder', async () => {
    writeOverlapModel(join(models, 'overlap'), 'dist/models/all-MiniLM-L6-v2');
    const texts = ['Boats at sea.', 'The snake sheds its skin in the house.', 'A snake.'];
    const body = { query: 'a snake in the house', texts };
    const ranked = await (await tei('rerank', { ...body, return_text: true })).json();
    expect(ranked).toEqual([1, 2, 0].map((index) => ({ index, score: expect.any(Number), text: texts[index] })));
    const raw = (await (await tei('rerank', { ...body, raw_scores: true })).json()) as readonly Rated[];
    const logistic = raw.map(({ index, score }) => ({
      index,
      score: 1 / (1 + Math.exp(-score)),
      text: texts[index],
    }));
    expect(logistic).toEqual(ranked);
    expect(await (await tei('info')).json()).toMatchObject({ reranker: 'overlap' });
  });

  it('is a reranker of the API', async () => {
    const reranker = new RemoteReranker({ url, timeoutMs: 10_000 });
    const hits = ['A boat.', 'A snake in a house.'].map((text, index) => hit(`${index}`, text));
    const ranked = await reranker.rerank('snake house', hits, new AbortController().signal);
    expect(ranked.map(({ row }) => row.id)).toEqual(['1', '0']);
    await reranker.close();
  });

  it.each([
    ['embed', { inputs: [] }, 400, 'Validation'],
    ['rerank', { query: 'a snake', texts: [] }, 400, 'Validation'],
  ])('answers errors in its shape: %s %j', async (path, body, status, error_type) => {
    const answer = await tei(path, body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: expect.any(String), error_type });
  });
});
