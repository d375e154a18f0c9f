import { describe, expect, it } from '@jest/globals';
import type { FusedHit } from '../fusion/fused-hit.js';
import { diversify } from './diversify.js';

const hit = (id: string, score: number, text: string): FusedHit => ({
  score,
  row: {
    id,
    collection: '',
    document: id,
    hash: '',
    domain: '',
    lang: 'en',
    title: '',
    text,
    source: '',
    tags: [],
    facets: {},
  },
});
const HITS = [
  hit('a', 1, 'snake in the house'),
  hit('b', 0.95, 'snake in the home'),
  hit('c', 0.7, 'a walk by the sea'),
];
const ids = (hits: readonly FusedHit[]) => hits.map(({ row }) => row.id);

describe('diversify', () => {
  it('keeps the order by score when only relevance counts', () => {
    expect(ids(diversify(HITS, 3, 1))).toEqual(['a', 'b', 'c']);
  });

  it('prefers something else to more of the same', () => {
    expect(ids(diversify(HITS, 2, 0.5))).toEqual(['a', 'c']);
  });

  it('gives no more than there are', () => {
    expect(diversify(HITS, 10, 0.5)).toHaveLength(3);
    expect(diversify([], 10, 0.5)).toEqual([]);
  });
});
