import { describe, expect, it } from '@jest/globals';
import { type Passage, type RetrievalQuery, RetrieverError } from '@app/rag';
import { FakeRetriever, fakeRegistry } from '@app/rag/testing';
import { prefetchedRegistry } from './prefetched-registry.js';

const passage = (id: string): Passage => ({ id, title: id, text: id, source: 'test', score: 1, tags: [] });
const query = (entities: readonly string[] = []): RetrievalQuery => ({
  text: '언제 이직하면 좋을까요?',
  locale: 'ko',
  facts: [],
  entities: entities.map((id) => ({ id })),
  topK: 6,
  vector: () => Promise.resolve(undefined),
});
const { signal } = new AbortController();
const ids = (passages: readonly Passage[]) => passages.map(({ id }) => id);

describe('prefetchedRegistry', () => {
  it('answers at once, without asking, what depends on the facts alone', async () => {
    const persona = new FakeRetriever('persona', [passage('persona:sage.01')]);
    const domain = new FakeRetriever('domain', [passage('saju:stem-gap')]);
    const registry = prefetchedRegistry(fakeRegistry(persona, domain), {
      persona: [passage('persona:sage.02')],
      domain: [passage('saju:stem-eul')],
    });
    expect(ids(await registry.persona.retrieve(query(), signal))).toEqual(['persona:sage.02']);
    expect(ids(await registry.domain.retrieve(query(['saju:stem-eul']), signal))).toEqual(['saju:stem-eul']);
    expect([persona.queries, domain.queries]).toEqual([[], []]);
  });

  it('asks for records that the question names and nobody has fetched', async () => {
    const domain = new FakeRetriever('domain', [passage('saju:tengod-jeongjae'), passage('saju:stem-eul')]);
    const registry = prefetchedRegistry(fakeRegistry(domain), { domain: [passage('saju:stem-eul')] });
    expect(ids(await registry.domain.retrieve(query(['saju:tengod-jeongjae']), signal))).toEqual([
      'saju:tengod-jeongjae',
      'saju:stem-eul',
    ]);
  });

  it('puts what the question finds before what was found earlier, each once', async () => {
    const corpus = new FakeRetriever('corpus', [passage('corpus:b'), passage('corpus:c')]);
    const registry = prefetchedRegistry(fakeRegistry(corpus), { corpus: [passage('corpus:a'), passage('corpus:b')] });
    expect(ids(await registry.corpus.retrieve(query(), signal))).toEqual(['corpus:b', 'corpus:c', 'corpus:a']);
  });

  it('stands in for a retriever that fails, not for one that is aborted', async () => {
    const failing = new FakeRetriever('graph', new RetrieverError('retriever.unavailable', 'away'));
    const registry = prefetchedRegistry(fakeRegistry(failing), { graph: [passage('dream:snake')] });
    expect(ids(await registry.graph.retrieve(query(), signal))).toEqual(['dream:snake']);
    const aborted = new FakeRetriever('graph', new Error('aborted'));
    const other = prefetchedRegistry(fakeRegistry(aborted), { graph: [passage('dream:snake')] });
    await expect(other.graph.retrieve(query(), signal)).rejects.toThrow('aborted');
  });

  it('leaves retrievers alone that found nothing earlier', () => {
    const registry = fakeRegistry();
    expect(prefetchedRegistry(registry, { graph: [] })).toEqual(registry);
  });
});
