import { Injectable } from '@nestjs/common';
import { type KeyPart, cacheKey } from '@app/cache';
import { LRUCache } from 'lru-cache';
import { Interpreter } from '../interpreter.js';
import type { ReadingDefinition, ReadingPlan } from '../reading-definition.js';
import type { CommonInput } from '../reading-input.js';

/** A plan with its charts takes about 30 KB. */
const MAX_PLANS = 500;

/** Caches plans whose kind has `planTtlMs`, because charts are expensive to compute. */
@Injectable()
export class PlanCache {
  readonly #plans = new LRUCache<string, ReadingPlan>({ max: MAX_PLANS });

  constructor(private readonly interpreter: Interpreter) {}

  /**
   * Returns the cached plan of an equal input, or a new plan. Kinds without `planTtlMs` always get a new plan.
   * @throws ReadingInputError
   */
  of(definition: ReadingDefinition, input: CommonInput): ReadingPlan {
    const { kind, planTtlMs } = definition;
    if (!planTtlMs) return this.interpreter.plan(definition, input);
    const key = cacheKey({ kind, input: input as unknown as KeyPart });
    const cached = this.#plans.get(key);
    if (cached) return cached;
    const plan = this.interpreter.plan(definition, input);
    this.#plans.set(key, plan, { ttl: planTtlMs });
    return plan;
  }
}
