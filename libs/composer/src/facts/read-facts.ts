import { genericFacts } from './generic-facts.js';
import type { FactsReader, SectionFacts } from './section-facts.js';
import type { Locale } from '@app/text';

/** The generic facts, overridden by those of the kind's own reader. */
export function readFacts(
  reader: FactsReader | undefined,
  facts: Readonly<Record<string, unknown>>,
  locale: Locale,
  question = '',
): SectionFacts {
  const generic = genericFacts(facts, locale, question);
  const own = reader?.(facts, locale, question);
  return {
    slots: { ...generic.slots, ...own?.slots },
    groups: { ...generic.groups, ...own?.groups },
  };
}
