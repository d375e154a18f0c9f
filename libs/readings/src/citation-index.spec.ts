import { describe, expect, it } from '@jest/globals';
import type { Passage, RetrievalOutcome, RetrieverKind } from '@app/rag';
import { CitationIndex } from './citation-index.js';

const passage = (id: string, text: string): Passage => ({ id, title: id, text, source: 'test', score: 1, tags: [] });
const outcome = (retriever: RetrieverKind, ...passages: Passage[]): RetrievalOutcome => ({
  retriever,
  status: passages.length > 0 ? 'ok' : 'empty',
  ms: 1,
  passages,
});

describe('CitationIndex', () => {
  it('numbers passages in the order of arrival; a record found again keeps its number', () => {
    const index = new CitationIndex();
    expect(index.add(outcome('graph', passage('a', 'A'), passage('b', 'B'))).sources.map(({ n }) => n)).toEqual([1, 2]);
    expect(index.add(outcome('domain', passage('b', 'B'), passage('c', 'C'))).sources.map(({ n }) => n)).toEqual([
      2, 3,
    ]);
  });

  it('lists each record once, with its longest text, at its first place', () => {
    const index = new CitationIndex();
    index.add(outcome('graph', passage('a', 'gist'), passage('b', 'B')));
    index.add(outcome('domain', passage('a', 'the whole of it')));
    expect(index.of(['graph', 'domain']).map(({ n, text }) => [n, text])).toEqual([
      [1, 'the whole of it'],
      [2, 'B'],
    ]);
    expect(index.of(['graph']).map(({ text }) => text)).toEqual(['gist', 'B']);
  });

  it('resolves only numbers of the section’s own retrievers', () => {
    const index = new CitationIndex();
    index.add(outcome('graph', passage('a', 'A')));
    index.add(outcome('corpus', passage('b', 'B')));
    expect([1, 2, 3].map(index.resolver(['graph']))).toEqual(['a', undefined, undefined]);
  });

  it('is empty until a passage is added', () => {
    const index = new CitationIndex();
    index.add(outcome('graph'));
    expect(index.isEmpty).toBe(true);
  });
});
