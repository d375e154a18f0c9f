import { describe, expect, it } from '@jest/globals';
import { fittingPassages } from './fitting-passages.js';

const passage = (id: string, rest: { readonly tags?: readonly string[]; readonly score?: number } = {}) => ({
  n: 1,
  id,
  retriever: 'domain',
  title: id,
  text: id,
  tags: [],
  score: 1,
  ...rest,
});
const fitting = (ids: readonly string[], plan: object, topic?: 'bereavement') => {
  const known = { entities: [], tags: [], ...plan };
  const passages = ids.map((id) => passage(id));
  return fittingPassages(passages, known, 'dream', topic && { topic }).map(({ id }) => id);
};

describe('fittingPassages', () => {
  it('keeps only the symbols and feelings of the reading', () => {
    const plan = { entities: [{ id: 'dream:snake' }], tags: ['emotion:relief'] };
    expect(fitting(['dream:snake', 'dream:tiger', 'emotion:relief', 'emotion:fear'], plan)).toEqual([
      'dream:snake',
      'emotion:relief',
    ]);
  });

  it('orders the chosen articles by rank and leaves out all others', () => {
    const articles = [
      { id: 'corpus:b', excludes: [] },
      { id: 'corpus:a', excludes: ['bereavement'] },
    ];
    expect(fitting(['corpus:a', 'corpus:b', 'corpus:c'], { articles })).toEqual(['corpus:b', 'corpus:a']);
    expect(fitting(['corpus:a', 'corpus:b'], { articles }, 'bereavement')).toEqual(['corpus:b']);
  });

  it('keeps a theme that two symbols of a dream share, but not one that two records of a chart share', () => {
    const plan = { entities: [{ id: 'saju:a' }, { id: 'saju:b' }] };
    const carriers = ['saju:a', 'saju:b'].map((id) => passage(id, { tags: ['theme:friendship'] }));
    const kept = (kind: string) =>
      fittingPassages([...carriers, passage('theme:friendship')], { tags: [], ...plan }, kind, undefined);
    expect(kept('dream').map(({ id }) => id)).toContain('theme:friendship');
    expect(kept('destiny').map(({ id }) => id)).not.toContain('theme:friendship');
    expect(kept('destiny')).toHaveLength(2);
  });

  it('keeps documents of the operator', () => {
    expect(fitting(['own/notes.md#1'], {})).toEqual(['own/notes.md#1']);
  });
});
