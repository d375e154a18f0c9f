import { describe, expect, it } from '@jest/globals';
import { findHexagram } from './find-hexagram.js';
import { HEXAGRAMS } from './hexagram.js';

describe('findHexagram', () => {
  it('finds each of the 64 by number, symbol and both names', () => {
    for (const hexagram of HEXAGRAMS) {
      const { number, symbol, names } = hexagram;
      for (const said of [number, symbol, names.ko, names.en, `${number}. ${names.ko}(卦)`, `${names.ko}괘`]) {
        expect(findHexagram(said)).toBe(hexagram);
      }
    }
  });

  it.each([[0], [65], [1.5], [''], ['없는괘'], ['constructor']])('finds nothing for %p', (said) => {
    expect(findHexagram(said)).toBeUndefined();
  });
});
