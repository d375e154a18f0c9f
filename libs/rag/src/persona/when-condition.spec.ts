import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds, parseCondition } from './when-condition.js';

const met = (condition: string, ...facts: readonly string[]) => holds(parseCondition(condition), new Set(facts))?.fact;

describe('conditions', () => {
  it('holds when the fact is known', () => {
    expect(met('symbol:snake', 'emotion:fear', 'symbol:snake')).toBe('symbol:snake');
    expect(met('symbol:snake', 'symbol:snakes')).toBeUndefined();
  });

  it('holds when one of the alternatives is known, and returns it', () => {
    expect(met('emotion:fear|emotion:anxiety', 'emotion:anxiety')).toBe('emotion:anxiety');
    expect(met('emotion:fear|card:*', 'card:the-fool')).toBe('card:the-fool');
  });

  it('holds for any value in place of a star', () => {
    expect(met('card:*', 'kind:tarot', 'card:the-fool')).toBe('card:the-fool');
    expect(met('card:*', 'cards:three')).toBeUndefined();
  });

  it.each([
    '',
    'snake',
    'symbol:',
    ':snake',
    'symbol:snake|',
    'a|b',
    'symbol:sn*',
    '*',
    'symbol: snake',
    'Symbol:snake',
    'a:b:c',
  ])('refuses %j', (text) => {
    expect(() => parseCondition(text)).toThrow(SyntaxError);
  });

  it('parses conditions of arbitrary tags, which hold exactly when one tag is known', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/);
    const tag = fc.tuple(name, name).map((parts) => parts.join(':'));
    fc.assert(
      fc.property(fc.array(tag, { minLength: 1, maxLength: 4 }), fc.array(tag), (tags, facts) => {
        const condition = parseCondition(tags.join('|'));
        expect(condition.alternatives.map((alternative) => alternative.tag)).toEqual(tags);
        expect(holds(condition, new Set(facts)) !== undefined).toBe(tags.some((item) => facts.includes(item)));
      }),
    );
  });
});
