import { describe, expect, it } from '@jest/globals';
import { Caches, vectorCodec, jsonCodec } from '@app/cache';
import { FakeEmbedder } from '@app/embedding/testing';
import { CacheMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import type { Passage, RetrievalQuery } from '@app/rag';
import { RetrieverError } from '@app/rag';
import { FakeRetriever } from '@app/rag/testing';
import { CachedEmbedder } from './cached.embedder.js';
import { CachedRetriever } from './cached.retriever.js';

const layer = { ttlSeconds: 60, memoryTtlSeconds: 60, maxBytes: 1_000_000 };
const caches = () => new Caches(new CacheMetrics(recordingRegistry()));
const forever = () => new AbortController().signal;

const passage: Passage = { id: 'a', title: 't', text: 'x', source: 's', score: 1, tags: [] };
const query: RetrievalQuery = {
  text: '뱀',
  locale: 'ko',
  kind: 'dream',
  facts: ['symbol:snake'],
  entities: [{ id: 'dream:snake' }],
  topK: 6,
  vector: async () => undefined,
};

function retriever(inner: FakeRetriever, version: { current: string | undefined } = { current: '1' }, model = 'm') {
  const passages = caches().create({ layer: 'retrieval', codec: jsonCodec<readonly Passage[]>(), ...layer });
  return new CachedRetriever(inner, { passages, knowledgeVersion: () => version.current, embeddingModel: () => model });
}

describe('CachedRetriever', () => {
  it('asks the retriever once for two equal queries', async () => {
    const inner = new FakeRetriever('graph', [passage]);
    const cached = retriever(inner);
    expect(await cached.retrieve(query, forever())).toEqual([passage]);
    expect(await cached.retrieve(query, forever())).toEqual([passage]);
    expect(inner.queries).toHaveLength(1);
  });

  it.each([
    { text: '물' },
    { locale: 'en' },
    { kind: 'tarot' },
    { facts: [] },
    { entities: [{ id: 'dream:snake', facets: ['folk'] }] },
    { persona: 'coach' },
    { collections: ['mine'] },
    { topK: 7 },
  ] as const)('asks again when the query differs in %j', async (change) => {
    const inner = new FakeRetriever('graph', [passage]);
    const cached = retriever(inner);
    await cached.retrieve(query, forever());
    await cached.retrieve({ ...query, ...change }, forever());
    expect(inner.queries).toHaveLength(2);
  });

  it('asks again when the knowledge has changed, and always while none is loaded', async () => {
    const inner = new FakeRetriever('graph', [passage]);
    const version: { current: string | undefined } = { current: '1' };
    const cached = retriever(inner, version);
    await cached.retrieve(query, forever());
    version.current = '2';
    await cached.retrieve(query, forever());
    version.current = undefined;
    await cached.retrieve(query, forever());
    await cached.retrieve(query, forever());
    expect(inner.queries).toHaveLength(4);
  });

  it('does not cache a failure', async () => {
    const inner = new FakeRetriever('graph', new RetrieverError('retriever.failed', 'broken'));
    const cached = retriever(inner);
    await expect(cached.retrieve(query, forever())).rejects.toThrow('broken');
    await expect(cached.retrieve(query, forever())).rejects.toThrow('broken');
    expect(inner.queries).toHaveLength(2);
  });

  it('does not cache a result found without the query vector', async () => {
    let asked = 0;
    const wordsAlone = {
      kind: 'corpus' as const,
      retrieve: async ({ vector }: RetrievalQuery) => {
        asked++;
        await vector().catch(() => {});
        return [passage];
      },
    };
    const passages = caches().create({ layer: 'retrieval', codec: jsonCodec<readonly Passage[]>(), ...layer });
    const cached = new CachedRetriever(wordsAlone, {
      passages,
      knowledgeVersion: () => '1',
      embeddingModel: () => 'm',
    });
    const late = { ...query, vector: async () => Promise.reject(new Error('late')) };
    await cached.retrieve(late, forever());
    await cached.retrieve(late, forever());
    expect(asked).toBe(2);
  });
});

describe('CachedEmbedder', () => {
  const cachedEmbedder = (inner: FakeEmbedder) =>
    new CachedEmbedder(inner, caches().create({ layer: 'vector', codec: vectorCodec, ...layer }));

  it('computes a question’s vector once for concurrent and later calls', async () => {
    const inner = new FakeEmbedder();
    const cached = cachedEmbedder(inner);
    const vectors = await Promise.all(Array.from({ length: 5 }, () => cached.embed(['snake'], forever(), 'query')));
    expect(await cached.embed(['snake'], forever(), 'query')).toEqual(vectors[0]);
    expect(inner.calls).toHaveLength(1);
  });

  it('passes passages and batches through', async () => {
    const inner = new FakeEmbedder();
    const cached = cachedEmbedder(inner);
    for (let times = 0; times < 2; times++) {
      await cached.embed(['snake'], forever(), 'passage');
      await cached.embed(['snake', 'water'], forever(), 'query');
    }
    expect(inner.calls).toHaveLength(4);
  });

  it('has the properties of the embedder it wraps', () => {
    const inner = new FakeEmbedder();
    const { model, dimensions, scripts } = cachedEmbedder(inner);
    expect({ model, dimensions, scripts }).toEqual({
      model: inner.model,
      dimensions: inner.dimensions,
      scripts: inner.scripts,
    });
  });
});
