import type { Locale } from '@app/text';
import { withoutNearDuplicates } from '../search/near-duplicates.js';
import type { ScoredRule } from './score-rule.js';

export const DEFAULT_PERSONA = 'counselor';
/** Of the passages, when no counsellor is asked for: the default one speaks first, and the best others too. */
const DEFAULT_SHARE = 0.5;
/** Rules looked at for every one that is chosen; comparing all texts with all others costs more than it finds. */
const LOOKED_AT = 6;

/**
 * The best `topK` rules, those of one counsellor together: the default one first, then the others by their best rule.
 * What always holds comes last, where there is room. Of rules of one counsellor with the same conditions, and of rules
 * that say the same, the best one stays.
 */
export function chooseRules(rules: readonly ScoredRule[], topK: number, locale: Locale): readonly ScoredRule[] {
  const ranked = withoutConflicts(rules.toSorted(byScore)).slice(0, LOOKED_AT * topK);
  const distinct = withoutNearDuplicates(ranked, ({ rule }) => rule.texts[locale]);
  const pointed = distinct.filter(({ rule }) => rule.when.length > 0);
  const own = pointed.filter(isDefault);
  const others = pointed.filter((item) => !isDefault(item));
  const ownCount = Math.min(own.length, Math.max(Math.ceil(topK * DEFAULT_SHARE), topK - others.length));
  const always = distinct.filter(({ rule }) => rule.when.length === 0).toSorted(defaultFirst);
  return [...own.slice(0, ownCount), ...grouped(others.slice(0, topK - ownCount)), ...always].slice(0, topK);
}

const byScore = (a: ScoredRule, b: ScoredRule): number => b.score - a.score || (a.rule.id < b.rule.id ? -1 : 1);
const isDefault = ({ rule }: ScoredRule): boolean => rule.persona === DEFAULT_PERSONA;
const defaultFirst = (a: ScoredRule, b: ScoredRule): number => Number(isDefault(b)) - Number(isDefault(a));

/** Two answers of one counsellor to the very same conditions would contradict or repeat each other. */
function withoutConflicts(ranked: readonly ScoredRule[]): readonly ScoredRule[] {
  const answered = new Set<string>();
  return ranked.filter(({ rule }) => {
    if (rule.when.length === 0) return true;
    const key = [rule.persona, ...rule.when.map(({ text }) => text).toSorted()].join(' ');
    return answered.size < answered.add(key).size;
  });
}

const grouped = (ranked: readonly ScoredRule[]): readonly ScoredRule[] =>
  [...Map.groupBy(ranked, ({ rule }) => rule.persona).values()].flat();
