import type { Locale } from '@app/text';
import { withoutNearDuplicates } from '../search/near-duplicates.js';
import type { ScoredRule } from './score-rule.js';

export const DEFAULT_PERSONA = 'counselor';
/** Share of the rules that is reserved for the default counsellor when the query names no counsellor. */
const DEFAULT_SHARE = 0.5;
/** Number of candidates per selected rule. Comparing all rules for duplicates would take longer and improve little. */
const CANDIDATES_PER_RULE = 6;

/**
 * Selects the best `topK` rules, grouped by counsellor: the default counsellor first, then the others by their best
 * rule. Rules without conditions come last if there is room. Among rules of one counsellor with the same conditions,
 * and among near-duplicates, only the best rule is kept.
 */
export function chooseRules(rules: readonly ScoredRule[], topK: number, locale: Locale): readonly ScoredRule[] {
  const ranked = withoutConflicts(rules.toSorted(byScore)).slice(0, CANDIDATES_PER_RULE * topK);
  const distinct = withoutNearDuplicates(ranked, ({ rule }) => rule.texts[locale]);
  const conditional = distinct.filter(({ rule }) => rule.when.length > 0);
  const own = conditional.filter(isDefault);
  const others = conditional.filter((item) => !isDefault(item));
  const ownCount = Math.min(own.length, Math.max(Math.ceil(topK * DEFAULT_SHARE), topK - others.length));
  const unconditional = distinct.filter(({ rule }) => rule.when.length === 0).toSorted(defaultFirst);
  return [...own.slice(0, ownCount), ...grouped(others.slice(0, topK - ownCount)), ...unconditional].slice(0, topK);
}

const byScore = (a: ScoredRule, b: ScoredRule): number => b.score - a.score || (a.rule.id < b.rule.id ? -1 : 1);
const isDefault = ({ rule }: ScoredRule): boolean => rule.persona === DEFAULT_PERSONA;
const defaultFirst = (a: ScoredRule, b: ScoredRule): number => Number(isDefault(b)) - Number(isDefault(a));

/** Keeps one rule per counsellor and set of conditions; several would contradict or repeat each other. */
function withoutConflicts(ranked: readonly ScoredRule[]): readonly ScoredRule[] {
  const seen = new Set<string>();
  return ranked.filter(({ rule }) => {
    if (rule.when.length === 0) return true;
    const key = [rule.persona, ...rule.when.map(({ text }) => text).toSorted()].join(' ');
    return seen.size < seen.add(key).size;
  });
}

const grouped = (ranked: readonly ScoredRule[]): readonly ScoredRule[] =>
  [...Map.groupBy(ranked, ({ rule }) => rule.persona).values()].flat();
