import { analyze, type Locale } from '@app/text';
import type { KnownFacts } from './known-facts.js';
import type { PersonaRule } from './persona-record.js';
import type { ScoredRule } from './score-rule.js';

/** Score factor for rules whose conditions do not hold, so that they score less than rules whose conditions do. */
const SIMILAR_FACTOR = 0.3;
const TAG_SHARE = 0.6;
const MIN_SIMILARITY = 0.4;
/**
 * Conditions of rules that may apply by similarity. Advice about a theme also suits related themes, but advice about a
 * card or an emotion requires that it was drawn or mentioned.
 */
const IDEA = /^(theme|archetype|element):/;

export interface QueryContext {
  readonly terms: ReadonlySet<string>;
  readonly facts: KnownFacts;
  readonly locale: Locale;
}

/**
 * Scores a rule whose conditions do not hold by the tags and words it shares with the query; undefined when it is not
 * similar enough.
 */
export function similarRule(rule: PersonaRule, context: QueryContext): ScoredRule | undefined {
  const isGeneral = rule.when.every(({ alternatives }) => alternatives.every(({ tag }) => IDEA.test(tag)));
  if (!isGeneral || rule.when.length === 0) return undefined;
  const tags = TAG_SHARE * sharedTags(rule.tags, context.facts);
  if (tags === 0) return undefined;
  const similarity = tags + (1 - TAG_SHARE) * sharedTerms(rule, context);
  if (similarity < MIN_SIMILARITY) return undefined;
  return { rule, score: rule.weight * SIMILAR_FACTOR * similarity, matched: [] };
}

function sharedTags(tags: readonly string[], facts: KnownFacts): number {
  const shared = tags.filter((tag) => facts.has(tag)).length;
  return tags.length === 0 ? 0 : shared / tags.length;
}

function sharedTerms(rule: PersonaRule, { terms, locale }: QueryContext): number {
  const ruleTerms = termsOf(rule, locale);
  let shared = 0;
  for (const term of terms) if (ruleTerms.has(term)) shared++;
  return terms.size === 0 ? 0 : shared / terms.size;
}

const cache: Readonly<Record<Locale, WeakMap<PersonaRule, ReadonlySet<string>>>> = {
  ko: new WeakMap(),
  en: new WeakMap(),
};

function termsOf(rule: PersonaRule, locale: Locale): ReadonlySet<string> {
  const known = cache[locale].get(rule);
  if (known) return known;
  const terms = new Set(analyze(`${rule.titles[locale]} ${rule.texts[locale]}`));
  cache[locale].set(rule, terms);
  return terms;
}
