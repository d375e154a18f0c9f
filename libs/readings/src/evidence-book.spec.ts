import { describe, expect, it } from '@jest/globals';
import type { Passage, RetrievalOutcome, RetrieverKind } from '@app/rag';
import { EvidenceBook } from './evidence-book.js';

const passage = (id: string, text: string): Passage => ({ id, title: id, text, source: 'test', score: 1, tags: [] });
const outcome = (retriever: RetrieverKind, ...passages: Passage[]): RetrievalOutcome => ({
  retriever,
  status: passages.length > 0 ? 'ok' : 'empty',
  ms: 1,
  passages,
});

describe('EvidenceBook', () => {
  it('numbers sources as they come in; one found again keeps its number', () => {
    const book = new EvidenceBook();
    expect(book.enter(outcome('graph', passage('a', 'A'), passage('b', 'B'))).sources.map(({ n }) => n)).toEqual([
      1, 2,
    ]);
    expect(book.enter(outcome('domain', passage('b', 'B'), passage('c', 'C'))).sources.map(({ n }) => n)).toEqual([
      2, 3,
    ]);
  });

  it('gives a section each source once, in its fullest words, at its first place', () => {
    const book = new EvidenceBook();
    book.enter(outcome('graph', passage('a', 'gist'), passage('b', 'B')));
    book.enter(outcome('domain', passage('a', 'the whole of it')));
    expect(book.of(['graph', 'domain']).map(({ n, text }) => [n, text])).toEqual([
      [1, 'the whole of it'],
      [2, 'B'],
    ]);
    expect(book.of(['graph']).map(({ text }) => text)).toEqual(['gist', 'B']);
  });

  it('lets a section cite only what its own retrievers found', () => {
    const book = new EvidenceBook();
    book.enter(outcome('graph', passage('a', 'A')));
    book.enter(outcome('corpus', passage('b', 'B')));
    expect([1, 2, 3].map(book.citable(['graph']))).toEqual(['a', undefined, undefined]);
  });

  it('is empty until something was found', () => {
    const book = new EvidenceBook();
    book.enter(outcome('graph'));
    expect(book.isEmpty).toBe(true);
  });
});
