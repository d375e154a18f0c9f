import { RemoteEmbedder } from '@app/embedding';
import { EmbeddingMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptableUpstream } from './harness/index.js';

const forever = () => new AbortController().signal;
const texts = (count: number) => Array.from({ length: count }, (_, at) => `dream number ${at}`);

describe('RemoteEmbedder', () => {
  let upstream: ScriptableUpstream;
  let embedder: RemoteEmbedder;

  const connect = (timeoutMs = 5_000) =>
    new RemoteEmbedder(new EmbeddingMetrics(recordingRegistry()), { url: upstream.url, apiKey: 'planted', timeoutMs });
  const requests = () => upstream.stats.requests.filter(({ path }) => path.endsWith('/embeddings')).length;

  beforeEach(async () => {
    upstream = await new ScriptableUpstream().start();
    embedder = connect();
  });
  afterEach(async () => {
    await embedder.close();
    await upstream.stop();
  });

  it('requests the model and its dimensions once', async () => {
    await Promise.all([embedder.embed(['a'], forever()), embedder.embed(['b'], forever())]);
    expect(embedder).toMatchObject({ model: 'scriptable', dimensions: 384, state: { phase: 'ready' } });
    expect(requests()).toBe(3);
  });

  it('sends batches of 32', async () => {
    await embedder.ready();
    const vectors = await embedder.embed(texts(70), forever());
    expect(vectors).toHaveLength(70);
    const sizes = upstream.stats.bodies.map((body) => ((body as { input?: string[] } | undefined)?.input ?? []).length);
    expect(sizes.toSorted((a, b) => b - a).slice(0, 3)).toEqual([32, 32, 6]);
  });

  it.each(['429', '500', '503', 'refuse'])('retries once after %s', async (mode) => {
    await embedder.ready();
    upstream.embeddingsMode = mode;
    const embedded = embedder.embed(['snake'], forever());
    while (requests() < 2) await new Promise(setImmediate);
    upstream.embeddingsMode = 'ok';
    await expect(embedded).resolves.toHaveLength(1);
    expect(requests()).toBe(3);
  });

  it.each([
    ['429', 'embedding.busy'],
    ['500', 'embedding.unavailable'],
    ['401', 'embedding.unavailable'],
    ['400', 'embedding.invalid'],
    ['html', 'embedding.invalid'],
    ['redirect', 'embedding.unavailable'],
  ])('answers %s with %s', async (mode, code) => {
    await embedder.ready();
    upstream.embeddingsMode = mode;
    const failed = embedder.embed(['snake'], forever());
    await expect(failed).rejects.toMatchObject({ name: 'Error', code });
    await expect(failed).rejects.not.toThrow(/planted|snake/);
  });

  it('aborts a query and its request at the deadline', async () => {
    await embedder.ready();
    const hasty = connect(50);
    await hasty.ready();
    upstream.embeddingsMode = 'hang';
    await expect(hasty.embed(['snake'], forever(), 'query')).rejects.toMatchObject({ code: 'embedding.timeout' });
    while (upstream.stats.open > 0) await new Promise(setImmediate);
    await hasty.close();
  });

  it('aborts the request when the signal aborts', async () => {
    await embedder.ready();
    upstream.embeddingsMode = 'hang';
    const controller = new AbortController();
    const leaving = embedder.embed(['snake'], controller.signal);
    while (upstream.stats.open === 0) await new Promise(setImmediate);
    const reason = new Error('the reader left');
    controller.abort(reason);
    await expect(leaving).rejects.toBe(reason);
    while (upstream.stats.open > 0) await new Promise(setImmediate);
  });

  it('reports why it is not ready and recovers with the server', async () => {
    await upstream.stop();
    await expect(embedder.ready()).rejects.toMatchObject({ code: 'embedding.unavailable' });
    expect(embedder.state).toEqual({ phase: 'failed', reason: 'the embeddings server cannot be reached' });
    await upstream.start();
    await embedder.ready();
    expect(embedder.state).toEqual({ phase: 'ready' });
  });
});
