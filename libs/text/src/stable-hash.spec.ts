import { describe, expect, it } from '@jest/globals';
import { pick, stableHash } from './stable-hash.js';

describe('stableHash', () => {
  // The published test vectors of 32-bit FNV-1a.
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('%j', (text, expected) => {
    expect(stableHash(text)).toBe(expected);
  });

  it('picks nothing from an empty list', () => {
    expect(pick([], 7)).toBeUndefined();
    expect(pick(['a', 'b'], 7)).toBe('b');
  });
});
