import type { NestExpressApplication } from '@nestjs/platform-express';
import { readEnvironment } from '@app/config';
import { EMBEDDER, type Embedder, EmbeddingError } from '@app/embedding';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Lifecycle } from '@app/http';
import { createApp } from '../apps/model-server/src/create-app.js';

interface Embeddings {
  readonly data: readonly { readonly index: number; readonly embedding: number[] | string }[];
  readonly model: string;
  readonly usage: { readonly prompt_tokens: number };
}

interface Problem {
  readonly code: string;
  readonly status: number;
  readonly errors: readonly { readonly field: string }[];
  readonly error: object;
}

const quiet = { NODE_ENV: 'test', LOG_LEVEL: 'silent' };

describe('model server', () => {
  let app: NestExpressApplication;
  let url: string;
  let embedder: Embedder;
  let embed: Embedder['embed'];

  beforeAll(async () => {
    app = await createApp(
      // Set in an environment shared with the API: the server must not become its own client.
      readEnvironment({ ...quiet, EMBEDDINGS_URL: 'http://127.0.0.1:9', EMBEDDINGS_API_KEY: 'shared' }),
    );
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    embedder = app.get<Embedder>(EMBEDDER);
    embed = embedder.embed.bind(embedder);
  });
  afterEach(() => {
    embedder.embed = embed;
  });
  afterAll(() => app.close());

  const headers = { authorization: 'Bearer shared', 'content-type': 'application/json' };
  const post = (body: RequestInit['body'], own: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/v1/embeddings`, { method: 'POST', body, headers: { ...headers, ...own } });
  const ask = async (body: unknown) => (await post(JSON.stringify(body))).json() as Promise<Embeddings>;
  const problemOf = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await answer.json()) as Problem;
    // The field that OpenAI's clients read.
    expect(problem.error).toEqual({
      message: expect.any(String),
      type: expect.stringMatching(/_error$/),
      param: problem.errors[0]?.field ?? null,
      code: problem.code,
    });
    return problem;
  };

  it('returns embeddings for one and several texts in the OpenAI format', async () => {
    const one = await ask({ input: 'a snake', model: 'all-MiniLM-L6-v2' });
    expect(one).toMatchObject({
      object: 'list',
      model: 'all-MiniLM-L6-v2',
      usage: { prompt_tokens: 2, total_tokens: 2 },
    });
    const many = await ask({ input: ['the sea', 'a snake'] });
    expect(many.data.map(({ index }) => index)).toEqual([0, 1]);
    const [a, b] = [one.data[0]!.embedding, many.data[1]!.embedding] as [number[], number[]];
    a.forEach((value, at) => expect(value).toBeCloseTo(b[at]!, 4));
  });

  it('accepts 2 048 texts and hands them to the embedder in slices', async () => {
    const sizes: number[] = [];
    embedder.embed = async (texts) => {
      sizes.push(texts.length);
      return texts.map((text) => Float32Array.of(Number(text)));
    };
    const { data } = await ask({ input: Array.from({ length: 2_048 }, (_, at) => String(at)) });
    expect(data.map(({ embedding }) => embedding[0])).toEqual(data.map((_, at) => at));
    expect(sizes).toEqual(Array.from({ length: 8 }, () => 256));
  });

  it('encodes the same vectors in base64', async () => {
    const floats = await ask({ input: 'a snake', input_type: 'query' });
    const encoded = await ask({ input: 'a snake', input_type: 'query', encoding_format: 'base64' });
    const bytes = Buffer.from(encoded.data[0]!.embedding as string, 'base64');
    const decoded = Array.from({ length: 384 }, (_, at) => bytes.readFloatLE(at * 4));
    expect(decoded).toEqual(floats.data[0]!.embedding);
  });

  it('lists its model with dimensions and limits', async () => {
    const list = await (await fetch(`${url}/v1/models`, { headers })).json();
    expect(list).toMatchObject({
      object: 'list',
      data: [{ id: 'all-MiniLM-L6-v2', dimensions: 384, scripts: ['latin'], input_types: ['query', 'passage'] }],
    });
  });

  it.each([
    ['no input', '{}', 400, 'input.invalid'],
    ['an empty list', '{"input":[]}', 400, 'input.invalid'],
    ['an empty text', '{"input":[""]}', 400, 'input.invalid'],
    ['token numbers', '{"input":[1,2]}', 400, 'input.invalid'],
    ['2 049 texts', JSON.stringify({ input: Array.from({ length: 2_049 }, () => 'a') }), 400, 'input.invalid'],
    ['a text of 17 000 characters', JSON.stringify({ input: 'a'.repeat(17_000) }), 400, 'input.invalid'],
    ['other dimensions', '{"input":"a","dimensions":3}', 400, 'input.invalid'],
    ['another model', '{"input":"a","model":"another"}', 404, 'model.unknown'],
    ['broken JSON', '{"input":', 400, 'body.malformed'],
    ['deep JSON', '['.repeat(40_000), 400, 'body.too_deep'],
    ['deep JSON that ends', `{"input":${'['.repeat(40_000)}${']'.repeat(40_000)}}`, 400, 'body.too_deep'],
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400, 'body.malformed'],
    ['5 MB', JSON.stringify({ input: 'a'.repeat(5_000_000) }), 413, 'body.too_large'],
  ])('rejects %s', async (_, body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(await problemOf(answer)).toMatchObject({ code, status });
  });

  it('rejects bodies that are not JSON and requests without the key', async () => {
    expect((await post('input=a', { 'content-type': 'text/plain' })).status).toBe(415);
    for (const authorization of ['', 'Bearer other', 'shared']) {
      const answer = await post('{"input":"a"}', { authorization });
      expect(answer.status).toBe(401);
      expect(await problemOf(answer)).toMatchObject({ code: 'auth.required' });
    }
  });

  it.each([
    ['embedding.busy', 429, '1'],
    ['embedding.unavailable', 503, '2'],
    ['embedding.timeout', 504, null],
    ['embedding.invalid', 500, null],
  ] as const)('translates %s', async (code, status, retryAfter) => {
    embedder.embed = () => Promise.reject(new EmbeddingError(code, 'details that stay inside'));
    const answer = await post('{"input":"a"}');
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(JSON.stringify(await problemOf(answer))).not.toContain('inside');
  });

  it('aborts the work when the client disconnects', async () => {
    const left = new Promise<void>((resolve) => {
      embedder.embed = (_, signal) =>
        new Promise((__, reject) => {
          signal.addEventListener('abort', () => {
            resolve();
            reject(signal.reason as Error);
          });
          client.abort();
        });
    });
    const client = new AbortController();
    const request = fetch(`${url}/v1/embeddings`, {
      method: 'POST',
      body: '{"input":"a"}',
      headers,
      signal: client.signal,
    });
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
    await left;
  });

  it('counts requests under a fixed set of routes', async () => {
    for (const path of ['/.env', '/v1/embeddings/x', '/a?b']) await fetch(url + path);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('route="/v1/embeddings",status="413"');
    expect(metrics).toMatch(/http_request_duration_seconds_count\{method="GET",route="other",status="404"\} [3-9]/);
    expect(metrics).not.toContain('.env');
    expect(metrics).toContain('build_info{');
    // Metrics of readings would always be zero.
    expect(metrics).not.toMatch(/^# HELP (?:reading|retrieval|llm|cache)_/m);
  });

  it('is live and ready, and not ready during shutdown', async () => {
    await ask({ input: 'a snake' });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/health`, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${url}/health`, { method: 'OPTIONS' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    const ready = await fetch(`${url}/health/ready`);
    expect(await ready.json()).toEqual({ status: 'ok', embedder: 'all-MiniLM-L6-v2, onnx (cpu)' });
    app.get(Lifecycle).enter('stopping');
    const stopping = await fetch(`${url}/health/ready`);
    expect(stopping.status).toBe(503);
    expect(await problemOf(stopping)).toMatchObject({ code: 'server.draining' });
    expect((await post('{"input":"a"}')).status).toBe(200);
  });
});
