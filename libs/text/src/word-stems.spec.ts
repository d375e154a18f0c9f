import { describe, expect, it } from '@jest/globals';
import { isSameWord, wordStems } from './word-stems.js';

describe('wordStems', () => {
  it('removes particles, endings and stop words', () => {
    expect(wordStems('큰 뱀이 집으로 들어와 나를 쫓아왔다.')).toEqual(['큰', '뱀', '집', '들어', '쫓아왔다']);
    expect(wordStems('The snakes chased me into my houses')).toEqual(['snake', 'chase', 'hous']);
  });

  it('keeps one-syllable words that look like particles', () => {
    expect(wordStems('나의 도 가')).toEqual(['도', '가']);
  });
});

describe('isSameWord', () => {
  it.each([
    ['들어', '들어오'],
    ['chas', 'chased'],
    ['친구', '친구'],
  ])('%s and %s', (left, right) => {
    expect(isSameWord(left, right)).toBe(true);
  });

  it.each([
    ['물', '물리'],
    ['집', '집안'],
    ['cat', 'catalogue'],
    ['뱀', '밤'],
  ])('not %s and %s', (left, right) => {
    expect(isSameWord(left, right)).toBe(false);
  });
});
