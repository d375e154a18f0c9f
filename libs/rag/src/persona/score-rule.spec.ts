import { describe, expect, it } from '@jest/globals';
import { rule } from '../testing/persona-items.js';
import { scoreRule } from './score-rule.js';

const facts = new Map([
  ['kind:dream', 1],
  ['symbol:snake', 1],
  ['emotion:fear', 1],
  ['theme:change', 0.4],
]);
const score = (when: readonly string[], weight = 1) =>
  scoreRule(rule('persona:coach.01', when, { weight }), facts)?.score ?? 0;

describe('scoreRule', () => {
  it('requires every condition to hold', () => {
    expect(scoreRule(rule('persona:coach.01', ['symbol:snake', 'emotion:joy']), facts)).toBeUndefined();
    expect(scoreRule(rule('persona:coach.01', ['symbol:snake', 'emotion:joy|emotion:fear']), facts)?.matched).toEqual([
      'symbol:snake',
      'emotion:joy|emotion:fear',
    ]);
  });

  it('ranks rules with more specific conditions higher', () => {
    const scores = [
      score(['symbol:snake', 'emotion:fear']),
      score(['symbol:snake']),
      score(['symbol:snake|symbol:dragon']),
      score(['symbol:*']),
      score(['kind:dream']),
      score([]),
    ];
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  });

  it('multiplies by the weight and the certainty of the fact', () => {
    expect(score(['symbol:snake'], 0.5)).toBeCloseTo(score(['symbol:snake']) / 2);
    expect(score(['theme:change'])).toBeCloseTo(0.4 * score(['emotion:fear']));
  });
});
