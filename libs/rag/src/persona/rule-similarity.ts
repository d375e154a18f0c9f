import { analyze } from '@app/text';
import type { Locale } from '@app/text';
import type { KnownFacts } from './known-facts.js';
import type { PersonaRule } from './persona-record.js';
import type { ScoredRule } from './score-rule.js';

/** A rule that is only alike is worth less than any that holds. */
const ALIKE = 0.3;
const TAGS = 0.6;
const MIN_SIMILARITY = 0.4;
/** Advice about a theme suits its neighbours; a card that was not drawn or a feeling that was not mentioned must not be. */
const IDEA = /^(theme|archetype|element):/;

export interface Asked {
  readonly terms: ReadonlySet<string>;
  readonly facts: KnownFacts;
  readonly locale: Locale;
}

/** Rules whose conditions do not hold but which are about much the same, by tags and words. */
export function similarRule(rule: PersonaRule, asked: Asked): ScoredRule | undefined {
  const isGeneral = rule.when.every(({ alternatives }) => alternatives.every(({ tag }) => IDEA.test(tag)));
  if (!isGeneral || rule.when.length === 0) return undefined;
  const tags = TAGS * sharedTags(rule.tags, asked.facts);
  if (tags === 0) return undefined;
  const similarity = tags + (1 - TAGS) * sharedTerms(rule, asked);
  if (similarity < MIN_SIMILARITY) return undefined;
  return { rule, score: rule.weight * ALIKE * similarity, matched: [] };
}

function sharedTags(tags: readonly string[], facts: KnownFacts): number {
  const shared = tags.filter((tag) => facts.has(tag)).length;
  return tags.length === 0 ? 0 : shared / tags.length;
}

function sharedTerms(rule: PersonaRule, { terms, locale }: Asked): number {
  const said = termsOf(rule, locale);
  let shared = 0;
  for (const term of terms) if (said.has(term)) shared++;
  return terms.size === 0 ? 0 : shared / terms.size;
}

const memory: Readonly<Record<Locale, WeakMap<PersonaRule, ReadonlySet<string>>>> = {
  ko: new WeakMap(),
  en: new WeakMap(),
};

function termsOf(rule: PersonaRule, locale: Locale): ReadonlySet<string> {
  const known = memory[locale].get(rule);
  if (known) return known;
  const terms = new Set(analyze(`${rule.titles[locale]} ${rule.texts[locale]}`));
  memory[locale].set(rule, terms);
  return terms;
}
