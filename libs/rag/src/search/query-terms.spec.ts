import { describe, expect, it } from '@jest/globals';
import { affordableTerms } from './query-terms.js';

const table = (rows: number, commonTerms: Readonly<Record<string, number>>) => ({
  rows,
  commonTerms,
  version: 1,
  files: [],
  stamp: { model: 'fake', dimensions: 1, analyzer: '1', pack: '1' },
});

describe('affordableTerms', () => {
  it('keeps everything where the table is small', () => {
    expect(affordableTerms(['the', 'snake', 'the'], table(2_000, { the: 0.9 }))).toEqual(['the', 'snake', 'the']);
  });

  it('omits the most common terms of a long query to a large table', () => {
    const common = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`common${index}`, 0.3 + index / 100]));
    const kept = affordableTerms(['snake', ...Object.keys(common)], table(100_000, common));
    expect(kept).toContain('snake');
    expect(kept).toContain('common0');
    expect(kept).not.toContain('common19');
  });

  it('never leaves a query without a term', () => {
    expect(affordableTerms(['the', 'of'], table(10_000_000, { the: 0.9, of: 0.8 }))).toEqual(['of']);
  });
});
