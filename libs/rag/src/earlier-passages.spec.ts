import { describe, expect, it } from '@jest/globals';
import { withEarlierPassages } from './earlier-passages.js';
import type { Passage, RetrievalQuery, Retriever } from './retriever.js';
import { RetrieverError } from './retriever.error.js';
import { FakeRetriever } from './testing/fake-retriever.js';

const passage = (id: string): Passage => ({ id, title: id, text: id, source: 'test', score: 1, tags: [] });
const query: RetrievalQuery = {
  text: '언제 이직하면 좋을까요?',
  locale: 'ko',
  facts: [],
  entities: [],
  topK: 6,
  vector: () => Promise.resolve(undefined),
};
const retrieve = async (retriever: Retriever, earlier: readonly Passage[]) => {
  const [completed] = withEarlierPassages([retriever], { [retriever.kind]: earlier });
  return (await completed!.retrieve(query, new AbortController().signal)).map(({ id }) => id);
};

describe('withEarlierPassages', () => {
  it('does not search when the retriever says that the earlier passages answer the query', async () => {
    const persona = Object.assign(new FakeRetriever('persona', [passage('persona:b')]), { isAnsweredBy: () => true });
    expect(await retrieve(persona, [passage('persona:a')])).toEqual(['persona:a']);
    expect(persona.queries).toEqual([]);
  });

  it('puts new passages before earlier ones, without repetitions', async () => {
    const corpus = new FakeRetriever('corpus', [passage('corpus:b'), passage('corpus:c')]);
    expect(await retrieve(corpus, [passage('corpus:a'), passage('corpus:b')])).toEqual([
      'corpus:b',
      'corpus:c',
      'corpus:a',
    ]);
  });

  it('replaces a failed search, but not an aborted one', async () => {
    const failing = new FakeRetriever('graph', new RetrieverError('retriever.unavailable', 'not loaded'));
    expect(await retrieve(failing, [passage('dream:snake')])).toEqual(['dream:snake']);
    const aborted = new FakeRetriever('graph', new Error('aborted'));
    await expect(retrieve(aborted, [passage('dream:snake')])).rejects.toThrow('aborted');
  });

  it('leaves retrievers without earlier passages as they are', () => {
    const retrievers = [new FakeRetriever('graph')];
    expect(withEarlierPassages(retrievers, { graph: [] })).toEqual(retrievers);
  });
});
