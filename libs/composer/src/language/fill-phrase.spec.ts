import { describe, expect, it } from '@jest/globals';
import { fillPhrase, isFillable, slotsOf } from './fill-phrase.js';

describe('fillPhrase', () => {
  it('chooses each particle by the word before it', () => {
    const phrase = '{name}{은/는} {place}{으로/로} 갑니다.';
    expect(fillPhrase(phrase, { name: '뱀', place: '물' })).toBe('뱀은 물로 갑니다.');
    expect(fillPhrase(phrase, { name: '친구', place: '집' })).toBe('친구는 집으로 갑니다.');
    expect(fillPhrase('‘{quote}’{이라는/라는} 말', { quote: '무서웠다' })).toBe('‘무서웠다’라는 말');
  });

  it('does not fill slots inside inserted text', () => {
    expect(fillPhrase('{name}', { name: '{secret}', secret: 'x' })).toBe('{secret}');
  });

  it('distinguishes slots from particles', () => {
    expect(slotsOf('{name}{은/는} {place}')).toEqual(['name', 'place']);
    expect(isFillable('{name}{은/는}', { name: '뱀' })).toBe(true);
    expect(isFillable('{name}{은/는}', { name: '' })).toBe(false);
    expect(isFillable('{name}', {})).toBe(false);
  });
});
