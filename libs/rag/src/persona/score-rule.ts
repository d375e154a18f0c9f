import type { KnownFacts } from './known-facts.js';
import type { PersonaRule } from './persona-record.js';
import { type Held, holds } from './when-condition.js';

export interface ScoredRule {
  readonly rule: PersonaRule;
  /** 0 to 1. */
  readonly score: number;
  /** The conditions that held, as they stand in the file; empty for rules that always hold or are only alike. */
  readonly matched: readonly string[];
}

// What always holds is worth something; every condition that holds makes the rule more to the point.
const ALWAYS = 0.4;
const A_CONDITION = 0.6;
// How much one condition narrows down what a reading is about.
const NAMES_IT = 1;
const ONE_OF_SEVERAL = 0.9;
const ANY_VALUE = 0.5;
const WIDE = 0.4;
/** Facts that half of all readings have. */
const WIDE_FACT = /^(kind|orientation|changing|arcana|suit|strength):/;

/** The rule with its weight × the specificity of its match; undefined when some condition does not hold. */
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

/** 0.4 for a rule without conditions, towards 1 with every condition that holds and the more it says. */
function specificity({ when }: PersonaRule, held: readonly Held[]): number {
  const unsaid = held.reduce((left, reason, index) => {
    const several = (when[index]?.alternatives.length ?? 1) > 1;
    return left * (1 - A_CONDITION * narrowness(reason, several));
  }, 1);
  return ALWAYS + (1 - ALWAYS) * (1 - unsaid);
}

function narrowness({ fact, alternative }: Held, several: boolean): number {
  if (WIDE_FACT.test(fact)) return WIDE;
  if (alternative.anyValue) return ANY_VALUE;
  return several ? ONE_OF_SEVERAL : NAMES_IT;
}
