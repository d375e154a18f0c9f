import { describe, expect, it } from '@jest/globals';
import { citedSources } from './citations.js';

const source = (n: number) => ({ n, id: `dream:${n}`, title: `Title ${n}`, source: 'book', score: 0.5 });
const section = (text: string) => ({ id: 'summary', status: 'done', text }) as const;

describe('citedSources', () => {
  const sources = new Map([7, 20, 3].map((n) => [n, source(n)]));

  it('numbers the sources from 1 in the order of their first citation', () => {
    const cited = citedSources([section('One. [20] Two. [7][20]'), section('Three. [3]')], sources);
    expect([...cited.values()].map(({ at, n }) => [at, n])).toEqual([
      [1, 20],
      [2, 7],
      [3, 3],
    ]);
  });

  it('ignores numbers that the server has not announced', () => {
    expect([...citedSources([section('One. [99] Two. [3]')], sources).values()].map(({ at, n }) => [at, n])).toEqual([
      [1, 3],
    ]);
  });
});
