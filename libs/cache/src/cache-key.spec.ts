import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type KeyPart, cacheKey, canonicalJson } from './cache-key.js';

const part: fc.Arbitrary<KeyPart> = fc.jsonValue();

describe('cacheKey', () => {
  const parts = { kind: 'dream', input: { dream: '뱀', symbols: ['a', 'b'] }, locale: 'ko', model: 'm', tenant: 't' };

  it('does not depend on the order of names', () => {
    expect(cacheKey({ b: 1, a: { d: 2, c: 3 } })).toBe(cacheKey({ a: { c: 3, d: 2 }, b: 1 }));
  });

  it.each([
    ['kind', { kind: 'tarot' }],
    ['input', { input: { dream: '뱀 ', symbols: ['a', 'b'] } }],
    ['order of a list', { input: { dream: '뱀', symbols: ['b', 'a'] } }],
    ['list and text', { input: { dream: '뱀', symbols: ['ab'] } }],
    ['locale', { locale: 'en' }],
    ['model', { model: 'n' }],
    ['tenant', { tenant: 'u' }],
    ['a further part', { persona: 'p' }],
    ['a number for a text', { model: 1 }],
  ])('changes with %s', (_, change) => {
    expect(cacheKey({ ...parts, ...change })).not.toBe(cacheKey(parts));
  });

  it('treats an undefined part as absent', () => {
    expect(cacheKey({ ...parts, persona: undefined })).toBe(cacheKey(parts));
  });

  it('is canonical: equal JSON exactly when equal values', () => {
    fc.assert(
      fc.property(part, part, (one, other) => {
        const same = canonicalJson(one) === canonicalJson(other);
        expect(same).toBe(equal(one, other));
        expect(equal(JSON.parse(canonicalJson(one)) as KeyPart, one)).toBe(true);
      }),
    );
  });
});

/** Compares values after a JSON round trip, because -0 becomes 0 in JSON. */
const equal = (one: KeyPart, other: KeyPart): boolean => {
  const plain = (value: KeyPart): unknown => JSON.parse(JSON.stringify(value));
  try {
    expect(plain(one)).toEqual(plain(other));
    return true;
  } catch {
    return false;
  }
};
