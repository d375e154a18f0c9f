import { Injectable } from '@nestjs/common';
import { type KeyPart, cacheKey } from '@app/cache';
import { LRUCache } from 'lru-cache';
import { Interpreter } from '../interpreter.js';
import type { ReadingDefinition, ReadingPlan } from '../reading-definition.js';
import type { CommonInput } from '../reading-input.js';

/** A plan with its charts is some 30 KB. */
const MOST_PLANS = 500;

/** Plans of readings, remembered for as long as their kind says: a repeated question must not wait for its charts. */
@Injectable()
export class KeptPlans {
  readonly #kept = new LRUCache<string, ReadingPlan>({ max: MOST_PLANS });

  constructor(private readonly interpreter: Interpreter) {}

  /** The same plan for an equal input, for a while; always a new one where chance has a part. @throws ReadingInputError */
  of(definition: ReadingDefinition, input: CommonInput): ReadingPlan {
    const { kind, planKeptMs } = definition;
    if (!planKeptMs) return this.interpreter.plan(definition, input);
    const key = cacheKey({ kind, input: input as unknown as KeyPart });
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const plan = this.interpreter.plan(definition, input);
    this.#kept.set(key, plan, { ttl: planKeptMs });
    return plan;
  }
}
