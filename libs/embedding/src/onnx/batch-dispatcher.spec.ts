import { setImmediate as turn } from 'node:timers/promises';
import { EmbeddingMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeEmbeddingWorkers } from '../testing/fake-embedding-workers.js';
import { BATCH_QUERIES, BatchDispatcher } from './batch-dispatcher.js';

const texts = (count: number, prefix = 'text') => Array.from({ length: count }, (_, at) => `${prefix} ${at + 10_000}`);
const forever = () => new AbortController().signal;

describe('BatchDispatcher', () => {
  let workers: FakeEmbeddingWorkers;
  let registry: ReturnType<typeof recordingRegistry>;
  const dispatcher = (limit?: number) =>
    new BatchDispatcher(workers, new EmbeddingMetrics(registry), { dimensions: 3, passageBatches: 2, limit });

  beforeEach(() => {
    workers = new FakeEmbeddingWorkers();
    registry = recordingRegistry();
  });

  it('returns unit vectors in text order although batches are sorted by length', async () => {
    const mixed = ['a very long text', 'b', 'somewhat long', 'c'];
    const vectors = await dispatcher().submit(mixed, 'passage', forever());
    expect(workers.batches).toEqual([['b', 'c', 'somewhat long', 'a very long text']]);
    vectors.forEach((vector, at) => {
      const raw = workers.vectorOf(mixed[at]!);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      expect(vector[0]! / vector[2]!).toBeCloseTo(raw[0]! / raw[2]!, 3);
    });
  });

  it('makes one batch of calls that arrive together', async () => {
    const batches = dispatcher();
    await Promise.all(texts(BATCH_QUERIES).map((text) => batches.submit([text], 'query', forever())));
    expect(workers.batches).toEqual([texts(BATCH_QUERIES)]);
  });

  it('splits a burst of queries into small batches', async () => {
    const batches = dispatcher();
    await Promise.all(texts(2 * BATCH_QUERIES + 1).map((text) => batches.submit([text], 'query', forever())));
    expect(workers.batches.map((batch) => batch.length)).toEqual([BATCH_QUERIES, BATCH_QUERIES, 1]);
  });

  it('cuts a large call into batches of 32', async () => {
    await dispatcher().submit(texts(70), 'passage', forever());
    expect(workers.batches.map((batch) => batch.length)).toEqual([32, 32, 6]);
  });

  it('distributes a burst among idle threads', async () => {
    workers.threads = 2;
    const batches = dispatcher();
    await Promise.all(texts(2).map((text) => batches.submit([text], 'query', forever())));
    expect(workers.batches.map((batch) => batch.length)).toEqual([1, 1]);
  });

  it('batches texts that arrive while the only thread is busy', async () => {
    workers.hold = true;
    const batches = dispatcher();
    const first = batches.submit(['first'], 'query', forever());
    await workers.untilRunning(1);
    const others = texts(BATCH_QUERIES).map((text) => batches.submit([text], 'query', forever()));
    workers.hold = false;
    workers.answerFirst();
    await Promise.all([first, ...others]);
    expect(workers.batches).toEqual([['first'], texts(BATCH_QUERIES)]);
  });

  it('prioritises queries and reserves the last thread for them', async () => {
    workers.hold = true;
    const batches = dispatcher();
    const passages = batches.submit(texts(96), 'passage', forever());
    await workers.untilRunning(2);
    const query = batches.submit(['query'], 'query', forever());
    await workers.untilRunning(3);
    expect(workers.batches.at(-1)).toEqual(['query']);
    workers.hold = false;
    for (let at = 0; at < 3; at++) workers.answerFirst();
    await Promise.all([passages, query]);
  });

  it('starts a further thread only for enough work', async () => {
    workers.hold = true;
    const batches = dispatcher();
    const first = batches.submit(['first'], 'query', forever());
    await workers.untilRunning(1);
    const second = batches.submit(texts(31), 'query', forever());
    await turn();
    await turn();
    expect(workers.running).toBe(1);
    const third = batches.submit(['one more'], 'query', forever());
    await workers.untilRunning(2);
    expect(workers.batches[1]).toHaveLength(BATCH_QUERIES);
    workers.hold = false;
    workers.answerFirst();
    workers.answerFirst();
    await Promise.all([first, second, third]);
  });

  it('rejects with busy when too many wait and accepts later calls', async () => {
    workers.hold = true;
    const batches = dispatcher(4);
    const running = batches.submit(['running'], 'query', forever());
    await workers.untilRunning(1);
    const waiting = batches.submit(texts(4), 'query', forever());
    await expect(batches.submit(['one too many'], 'query', forever())).rejects.toMatchObject({
      code: 'embedding.busy',
      retryable: true,
    });
    workers.hold = false;
    workers.answerFirst();
    await Promise.all([running, waiting]);
    await expect(batches.submit(['later'], 'query', forever())).resolves.toHaveLength(1);
    expect(workers.batches.flat()).not.toContain('one too many');
  });

  it('retries a batch whose thread died', async () => {
    workers.deaths = 1;
    await expect(dispatcher().submit(['snake'], 'query', forever())).resolves.toHaveLength(1);
    expect(workers.batches).toEqual([['snake'], ['snake']]);
  });

  it('fails a batch that ends two threads and continues', async () => {
    workers.deaths = 2;
    const batches = dispatcher();
    await expect(batches.submit(['poison'], 'query', forever())).rejects.toMatchObject({
      code: 'embedding.unavailable',
      cause: expect.objectContaining({ message: 'worker exited with code: 134' }),
    });
    await expect(batches.submit(['snake'], 'query', forever())).resolves.toHaveLength(1);
  });

  it('dequeues waiting texts when their signal aborts', async () => {
    workers.hold = true;
    const batches = dispatcher();
    const first = batches.submit(['first'], 'query', forever());
    await workers.untilRunning(1);
    const controller = new AbortController();
    const leaving = batches.submit(['leaving'], 'query', controller.signal);
    const staying = batches.submit(['staying'], 'query', forever());
    const reason = new Error('the reader left');
    controller.abort(reason);
    await expect(leaving).rejects.toBe(reason);
    workers.hold = false;
    workers.answerFirst();
    await Promise.all([first, staying]);
    expect(workers.batches).toEqual([['first'], ['staying']]);
  });

  it('lets one caller abort during a batch; the others get their vectors', async () => {
    workers.hold = true;
    const batches = dispatcher();
    const controller = new AbortController();
    const leaving = batches.submit(['leaving'], 'query', controller.signal);
    const staying = batches.submit(['staying'], 'query', forever());
    await workers.untilRunning(1);
    controller.abort(new Error('the reader left'));
    await expect(leaving).rejects.toThrow('the reader left');
    workers.answerFirst();
    await expect(staying).resolves.toHaveLength(1);
  });

  it('rejects a non-finite vector without affecting others', async () => {
    workers.vectorOf = (text) => (text === 'bad' ? [Number.NaN, 0, 0] : [1, 2, 3]);
    const batches = dispatcher();
    const bad = batches.submit(['bad'], 'query', forever());
    const good = batches.submit(['good'], 'query', forever());
    await expect(bad).rejects.toMatchObject({ code: 'embedding.invalid' });
    await expect(good).resolves.toHaveLength(1);
  });

  it('refuses vectors of other dimensions', async () => {
    workers.vectorOf = () => [1, 2];
    await expect(dispatcher().submit(['short'], 'query', forever())).rejects.toMatchObject({
      code: 'embedding.invalid',
      retryable: false,
    });
  });

  it('completes running batches and rejects waiting texts on close', async () => {
    workers.hold = true;
    const batches = dispatcher();
    const running = batches.submit(['running'], 'query', forever());
    await workers.untilRunning(1);
    const waiting = batches.submit(['waiting'], 'query', forever());
    batches.close();
    await expect(waiting).rejects.toMatchObject({ code: 'embedding.unavailable' });
    await expect(batches.submit(['late'], 'query', forever())).rejects.toMatchObject({ code: 'embedding.unavailable' });
    workers.answerFirst();
    await expect(running).resolves.toHaveLength(1);
  });

  it('returns an empty array for no texts', async () => {
    await expect(dispatcher().submit([], 'passage', forever())).resolves.toEqual([]);
    expect(workers.batches).toEqual([]);
  });

  it('counts its batches and an empty queue', async () => {
    await dispatcher().submit(texts(33), 'passage', forever());
    const exposition = await registry.prometheus.metrics();
    expect(exposition).toContain('embedding_batch_texts_sum 33');
    expect(exposition).toContain('embedding_batch_texts_count 2');
    expect(exposition).toContain('embedding_queue_texts 0');
  });
});
