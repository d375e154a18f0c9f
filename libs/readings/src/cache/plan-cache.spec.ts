import { describe, expect, it } from '@jest/globals';
import type { Interpreter } from '../interpreter.js';
import type { ReadingDefinition } from '../reading-definition.js';
import { PlanCache } from './plan-cache.js';

describe('PlanCache', () => {
  let made = 0;
  const interpreter = { plan: () => ({ facts: { made: ++made } }) } as unknown as Interpreter;
  const definition = (planTtlMs?: number) => ({ kind: 'destiny', planTtlMs }) as unknown as ReadingDefinition;
  const input = { locale: 'ko' } as const;

  it('makes one plan for equal inputs where the kind allows it', () => {
    const plans = new PlanCache(interpreter);
    expect(plans.of(definition(60_000), { ...input })).toBe(plans.of(definition(60_000), { ...input }));
    expect(plans.of(definition(60_000), { locale: 'en' })).not.toBe(plans.of(definition(60_000), input));
  });

  it('makes a new plan each time for kinds that draw at random', () => {
    const plans = new PlanCache(interpreter);
    expect(plans.of(definition(), input)).not.toBe(plans.of(definition(), input));
  });
});
