import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { finalSound } from './final-sound.js';
import { particleAfter, withJosa } from './josa.js';

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
/**
 * Whether a syllable ends in a consonant: its canonical decomposition has three letters. Independent of the code under
 * test.
 */
const closed = (text: string) => text.normalize('NFD').length === 3;
const rieul = (text: string) => text.normalize('NFD').endsWith('\u11af');

describe('withJosa', () => {
  it('agrees with Unicode decomposition for every syllable', () => {
    fc.assert(
      fc.property(syllable, (word) => {
        expect(particleAfter(word, '은/는')).toBe(closed(word) ? '은' : '는');
        expect(particleAfter(word, '이/가')).toBe(closed(word) ? '이' : '가');
        expect(particleAfter(word, '을/를')).toBe(closed(word) ? '을' : '를');
        expect(particleAfter(word, '과/와')).toBe(closed(word) ? '과' : '와');
        expect(particleAfter(word, '으로/로')).toBe(closed(word) && !rieul(word) ? '으로' : '로');
      }),
      { numRuns: 2_000 },
    );
  });

  it('ignores punctuation and glosses after the word', () => {
    const around = fc.constantFrom(
      '’',
      '”',
      ')',
      '』',
      '.',
      '?',
      '…',
      ' [3]',
      '(甲木)',
      '(甲木)’',
      '(甲木)”.',
      ' (a gloss)',
      '?’',
    );
    fc.assert(
      fc.property(syllable, around, (word, after) => {
        expect(finalSound(word + after)).toBe(finalSound(word));
      }),
    );
  });

  it('gives one of the particle’s forms for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['은', '는', '은(는)']).toContain(particleAfter(text, '은/는'));
      }),
    );
  });

  it.each([
    ['뱀', '뱀은'],
    ['친구', '친구는'],
    ['갑목(甲木)', '갑목(甲木)은'],
    ['갑자(甲子)', '갑자(甲子)는'],
    ['합(컨정션)', '합(컨정션)은'],
    ['‘큰 뱀이 들어왔다’', '‘큰 뱀이 들어왔다’는'],
    ['『역경』', '『역경』은'],
    ['바보 카드 [3]', '바보 카드 [3]는'],
    ['1', '1은'],
    ['2', '2는'],
    ['10', '10은'],
    ['11', '11은'],
    ['1,000', '1,000은'],
    ['2024', '2024는'],
    ['3.5', '3.5는'],
    ['1000000000000', '1000000000000는'],
    ['50%', '50%는'],
    ['23°', '23°는'],
    ['MBTI', 'MBTI는'],
    ['URL', 'URL은'],
    ['LLM', 'LLM은'],
    ['Tarot', 'Tarot은'],
    ['The Fool', 'The Fool은'],
    ['Strength', 'Strength는'],
    ['book', 'book은'],
    ['note', 'note는'],
    ['甲', '甲은(는)'],
    ['', '은(는)'],
  ])('%s → %s', (word, expected) => {
    expect(withJosa(word, '은/는')).toBe(expected);
  });

  it.each([
    ['집', '집으로'],
    ['물', '물로'],
    ['바다', '바다로'],
    ['7', '7로'],
    ['10', '10으로'],
    ['Hotel', 'Hotel로'],
  ])('%s → %s', (word, expected) => {
    expect(withJosa(word, '으로/로')).toBe(expected);
  });
});
