import { describe, expect, it } from '@jest/globals';
import { relationTerms } from './relation-terms.js';

describe('relationTerms', () => {
  it.each([
    [['sixCombination', 'halfCombination'], ['combination']],
    [
      ['harm', 'stemClash', 'punishment'],
      ['clash', 'friction'],
    ],
    [['resentment'], ['resentment']],
    [[], []],
  ])('names the terms of the relations that occur (%j)', (relations, terms) => {
    expect(relationTerms(relations)).toEqual(terms);
  });
});
