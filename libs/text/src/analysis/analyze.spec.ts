import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyze, tokenColumn } from './analyze.js';

describe('analyze', () => {
  it.each([
    ['The snakes were chasing me', ['snake', 'were', 'chase', 'me']],
    ["My mother's house, 3.14 and don't", ['my', 'mother', 'hous', '3.14', "don't"]],
    ['구렁이', ['구렁', '렁이']],
    ['뱀', ['뱀']],
    ['뱀이 뱀을 뱀에게서는', ['뱀', '뱀', '뱀']],
    ['나를 하는', ['나를', '하는']],
    ['결과 결과를', ['결과', '결과', '과를']],
    ['AI가', ['ai', '가']],
    ['龍の夢', ['龍の', 'の夢']],
    ['꿈 2024년', ['꿈', '2024', '년']],
    ['', []],
  ])('analyses %j', (text, terms) => {
    expect(analyze(text)).toEqual(terms);
  });

  it('gives decomposed Hangul the same terms as composed', () => {
    expect(tokenColumn('구렁이가'.normalize('NFD'))).toBe(tokenColumn('구렁이가'));
  });

  it('is deterministic and gives terms without whitespace for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const terms = analyze(text);
        expect(analyze(text)).toEqual(terms);
        expect(tokenColumn(text).split(' ').filter(Boolean)).toEqual(terms);
        for (const term of terms) expect(term).toMatch(/^\S+$/u);
      }),
    );
  });

  it('concatenates the terms of texts joined by a space', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("뱀이 집에 snake Houses龍 3.,'_")), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(analyze(`${a} ${b}`)).toEqual([...analyze(a), ...analyze(b)]);
      }),
    );
  });
});
