import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { RemoteEmbedder } from '@app/embedding';
import { EmbeddingMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { afterEach, describe, expect, it } from '@jest/globals';

interface Body {
  readonly input: readonly string[];
  readonly model: string;
  readonly dimensions?: number;
}
interface Limits {
  readonly status: number;
  readonly reason: string;
  readonly texts?: number;
  readonly length?: number;
}

const OWN_DIMENSIONS = 1_024;
const { signal } = new AbortController();

describe('RemoteEmbedder with a strict server', () => {
  let server: Server;
  let embedder: RemoteEmbedder;
  let bodies: Body[];

  async function start({ status, reason, texts = 32, length = 512 }: Limits, dimensions?: number): Promise<void> {
    bodies = [];
    server = createServer((request, response) => {
      const answer = (document: unknown) => {
        const body = document as Body;
        bodies.push(body);
        const isRefused = body.input.length > texts || body.input.some((text) => text.length > length);
        const data = body.input.map((text, index) => {
          const embedding = Array.from({ length: body.dimensions ?? OWN_DIMENSIONS }, (_, at) =>
            at === 0 ? 1 : text.length / 1e4,
          );
          return { index, embedding };
        });
        response.writeHead(isRefused ? status : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(isRefused ? { error: { message: reason } } : { model: body.model, data }));
      };
      if (request.url === '/v1/embeddings') void json(request).then(answer);
      else response.writeHead(404).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const options = { url, model: 'Qwen/Qwen3-Embedding-0.6B', timeoutMs: 10_000, dimensions };
    embedder = new RemoteEmbedder(new EmbeddingMetrics(recordingRegistry()), options);
    await embedder.ready();
  }
  afterEach(async () => {
    await embedder.close();
    server.closeAllConnections();
    server.close();
  });

  it.each<[string, Limits]>([
    ['413', { status: 413, reason: 'Payload too large' }],
    ['422 of TEI', { status: 422, reason: 'inputs must have less than 512 tokens' }],
    ['400 of OpenAI', { status: 400, reason: "This model's maximum context length is 8192 tokens" }],
    ['413 for more than four texts', { status: 413, reason: 'batch size 32 > maximum allowed batch size 4', texts: 4 }],
  ])('embeds every text, long ones cut, where it answers %s', async (_name, limits) => {
    await start(limits);
    const texts = ['short', 'x'.repeat(3_000), ...Array.from({ length: 20 }, (_, at) => `text ${at}`)];
    const vectors = await embedder.embed(texts, signal);
    expect(vectors.map((vector) => vector.length)).toEqual(texts.map(() => OWN_DIMENSIONS));
    // The results are in the order of the texts: the longest one differs from all others.
    expect(vectors[1]![1]).toBeGreaterThan(vectors[0]![1]!);
    expect(bodies.some(({ input }) => input.some((text) => text === 'x'.repeat(375)))).toBe(true);
  });

  it('does not treat other client errors as a batch limit', async () => {
    await start({ status: 400, reason: 'unknown model', length: 100 });
    await expect(embedder.embed(['y'.repeat(200)], signal)).rejects.toMatchObject({ code: 'embedding.invalid' });
    expect(bodies).toHaveLength(2);
  });

  it('requests EMBEDDING_DIMENSIONS from a Matryoshka model and prefixes only queries with the family’s instruction', async () => {
    await start({ status: 413, reason: '' }, 256);
    expect(embedder.dimensions).toBe(256);
    await embedder.embed(['a snake'], signal, 'query');
    await embedder.embed(['a snake'], signal);
    const [, query, passage] = bodies;
    expect(query).toMatchObject({ dimensions: 256, input: [expect.stringMatching(/^Instruct: [^]*Query:a snake$/)] });
    expect(passage?.input).toEqual(['a snake']);
  });
});
