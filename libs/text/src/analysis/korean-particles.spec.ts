import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { koreanBaseForms, stripParticles } from './korean-particles.js';

describe('Korean particles', () => {
  it.each([
    '뱀',
    '뱀이',
    '뱀을',
    '뱀은',
    '뱀의',
    '뱀에게',
    '뱀한테서',
    '뱀이랑',
    '뱀과',
    '뱀으로',
    '뱀들이',
    '뱀들에게는',
    '뱀처럼',
  ])('finds 뱀 in %s', (word) => {
    expect(stripParticles(word)).toBe('뱀');
  });

  it('returns every possible base, longest first', () => {
    expect(koreanBaseForms('고양이')).toEqual(['고양이', '고양']);
    expect(koreanBaseForms('집에서는')).toEqual(['집에서는', '집에서', '집']);
  });

  it.each(['뱀가', '뱀를', '뱀와', '나무을'])('keeps %s: the particle cannot follow that sound', (word) => {
    expect(koreanBaseForms(word)).toEqual([word]);
  });

  it.each([
    ['태도를', '태도'],
    ['하나를', '하나'],
    ['결과를', '결과'],
    ['호랑이를', '호랑이'],
    ['종이에', '종이'],
    ['고양이가', '고양이'],
  ])('removes only particles that may follow one another from %s: %s', (word, base) => {
    expect(stripParticles(word)).toBe(base);
  });

  it('recovers any noun before a fitting particle', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
    const noun = fc
      .array(syllable, { minLength: 1, maxLength: 4 })
      .map((syllables: readonly string[]) => syllables.join(''));
    fc.assert(
      fc.property(noun, fc.constantFrom('의', '에', '에서', '에게', '도', '만', '까지', '들'), (word, particle) => {
        expect(koreanBaseForms(word + particle)).toContain(word);
      }),
    );
  });

  it('returns words of other scripts unchanged', () => {
    expect(koreanBaseForms('snakes')).toEqual(['snakes']);
  });
});
