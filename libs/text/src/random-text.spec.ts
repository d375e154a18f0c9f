import { describe, expect, it } from '@jest/globals';
import { randomText } from './random-text.js';

describe('randomText', () => {
  it('never repeats bytes, also when the pool is filled again', () => {
    const texts = Array.from({ length: 2_000 }, () => randomText(12, 'base64url'));
    expect(new Set(texts).size).toBe(2_000);
    expect(texts.every((text) => /^[\w-]{16}$/.test(text))).toBe(true);
  });

  it('has the requested number of bytes in either encoding', () => {
    expect(Buffer.from(randomText(24, 'hex'), 'hex')).toHaveLength(24);
    expect(Buffer.from(randomText(9, 'base64url'), 'base64url')).toHaveLength(9);
  });
});
