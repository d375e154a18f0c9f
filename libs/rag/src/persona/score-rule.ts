import type { KnownFacts } from './known-facts.js';
import type { PersonaRule } from './persona-record.js';
import { type Held, holds } from './when-condition.js';

export interface ScoredRule {
  readonly rule: PersonaRule;
  /** Score, 0 to 1. */
  readonly score: number;
  /**
   * The conditions that held, as written in the file; empty for rules without conditions and rules found by similarity.
   */
  readonly matched: readonly string[];
}

// Specificity of a rule without conditions, and how much each condition that holds increases it.
const BASE_SPECIFICITY = 0.4;
const CONDITION_GAIN = 0.6;
// Narrowness of a condition: how much it restricts the readings to which a rule applies.
const SINGLE_VALUE = 1;
const ONE_OF_SEVERAL = 0.9;
const ANY_VALUE = 0.5;
const WIDE = 0.4;
/** Facts that are common to many readings. */
const WIDE_FACT = /^(kind|orientation|changing|arcana|suit|strength):/;

/** Scores a rule by weight × specificity × certainty; undefined when a condition does not hold. */
export function scoreRule(rule: PersonaRule, facts: KnownFacts): ScoredRule | undefined {
  const held: Held[] = [];
  for (const condition of rule.when) {
    const reason = holds(condition, facts);
    if (!reason) return undefined;
    held.push(reason);
  }
  const certainty = Math.min(1, ...held.map(({ fact }) => facts.get(fact) ?? 0));
  const score = rule.weight * specificity(rule, held) * certainty;
  return { rule, score, matched: rule.when.map(({ text }) => text) };
}

/** 0.4 for a rule without conditions; approaches 1 with the number and the narrowness of the conditions. */
function specificity({ when }: PersonaRule, held: readonly Held[]): number {
  const remaining = held.reduce((left, reason, index) => {
    const several = (when[index]?.alternatives.length ?? 1) > 1;
    return left * (1 - CONDITION_GAIN * narrowness(reason, several));
  }, 1);
  return BASE_SPECIFICITY + (1 - BASE_SPECIFICITY) * (1 - remaining);
}

function narrowness({ fact, alternative }: Held, several: boolean): number {
  if (WIDE_FACT.test(fact)) return WIDE;
  if (alternative.anyValue) return ANY_VALUE;
  return several ? ONE_OF_SEVERAL : SINGLE_VALUE;
}
