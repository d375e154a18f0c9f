import type { RetrieverKind } from '@app/rag';
import { FakeRetriever, fakeRetrievers } from '@app/rag/testing';

/** Retrievers that return one passage each, for tests of other parts. */
export const snakeRetrievers = (delaysMs: Partial<Record<RetrieverKind, number>> = {}) => {
  const passage = (kind: string) => ({
    id: `${kind}:snake`,
    title: 'Snake',
    text: 'A snake stands for change.',
    source: 'test',
    score: 1,
    tags: [],
  });
  return fakeRetrievers().map(({ kind }) => new FakeRetriever(kind, [passage(kind)], delaysMs[kind] ?? 0));
};
