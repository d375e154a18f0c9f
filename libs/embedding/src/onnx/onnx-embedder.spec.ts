import { EmbeddingMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { profileOf } from '../model-profile.js';
import { FakeEmbeddingWorkers } from '../testing/fake-embedding-workers.js';
import type { ModelSource } from './model-source.js';
import { OnnxEmbedder } from './onnx-embedder.js';

const forever = () => new AbortController().signal;

describe('OnnxEmbedder', () => {
  let workers: FakeEmbeddingWorkers;
  let registry: ReturnType<typeof recordingRegistry>;
  let metrics: EmbeddingMetrics;
  const embedder = ({ model = 'acme/multilingual-e5-small', timeoutMs = 5_000 } = {}) => {
    const source: ModelSource = {
      name: model,
      id: model,
      folder: '.',
      remote: true,
      weights: 'q8',
      dimensions: undefined,
    };
    const options = { source, profile: profileOf(model, ['latin']), timeoutMs, passageBatches: 2 };
    return new OnnxEmbedder(workers, metrics, options);
  };

  beforeEach(() => {
    workers = new FakeEmbeddingWorkers();
    registry = recordingRegistry();
    metrics = new EmbeddingMetrics(registry);
  });

  it('reports why the last query got no vector, until one gets it', async () => {
    workers.hold = true;
    const slow = embedder({ timeoutMs: 10 });
    await expect(slow.embed(['snake'], forever(), 'query')).rejects.toMatchObject({ code: 'embedding.timeout' });
    expect(slow.failure).toMatchObject({ code: 'embedding.timeout' });
    workers.hold = false;
    workers.answerFirst();
    await slow.embed(['tiger'], forever(), 'query');
    expect(slow.failure).toBeUndefined();
  });

  it('adds the model’s prefixes to queries and passages', async () => {
    const e5 = embedder();
    await e5.embed(['snake'], forever(), 'query');
    await e5.embed(['snake'], forever());
    await embedder({ model: 'acme/all-MiniLM' }).embed(['snake'], forever(), 'query');
    expect(workers.batches).toEqual([['query: snake'], ['passage: snake'], ['snake']]);
  });

  it('reports its dimensions once the model is loaded', async () => {
    const starting = embedder();
    expect(starting).toMatchObject({ dimensions: 0, state: { phase: 'starting' } });
    await Promise.all([starting.ready(), starting.ready()]);
    expect(starting).toMatchObject({ dimensions: 3, state: { phase: 'ready' }, engine: 'onnx (cpu)' });
    expect(workers.loads).toBe(1);
  });

  it('reports why it is not ready and retries on the next call', async () => {
    workers.loadFailures = 1;
    const failing = embedder();
    await expect(failing.embed(['snake'], forever())).rejects.toMatchObject({ code: 'embedding.unavailable' });
    const reason = 'the embedding model acme/multilingual-e5-small cannot be loaded';
    expect(failing.state).toEqual({ phase: 'failed', reason });
    await expect(failing.embed(['snake'], forever())).resolves.toHaveLength(1);
    expect(failing.state).toEqual({ phase: 'ready' });
  });

  it('computes a query once', async () => {
    const recent = embedder();
    const [first] = await recent.embed(['snake'], forever(), 'query');
    const [second] = await recent.embed(['snake'], forever(), 'query');
    expect(second).toEqual(first);
    expect(workers.batches).toHaveLength(1);
    expect(await registry.prometheus.metrics()).toContain('embedding_query_cache_total{result="hit"} 1');
  });

  it('limits the time of a query only', async () => {
    workers.hold = true;
    const slow = embedder({ timeoutMs: 10 });
    const passage = slow.embed(['passage'], forever());
    await workers.untilRunning(1);
    await expect(slow.embed(['query'], forever(), 'query')).rejects.toMatchObject({ code: 'embedding.timeout' });
    workers.answerFirst();
    await expect(passage).resolves.toHaveLength(1);
  });

  it('ends with the reason of an aborted signal, counted as that', async () => {
    const reason = new Error('the reader left');
    await expect(embedder().embed(['snake'], AbortSignal.abort(reason), 'query')).rejects.toBe(reason);
    expect(workers.batches).toEqual([]);
    expect(await registry.prometheus.metrics()).toContain('embedding_duration_seconds_count{outcome="aborted"} 1');
  });

  it('closes its workers', async () => {
    await embedder().close();
    expect(workers.closed).toBe(true);
  });
});
