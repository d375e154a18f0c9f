import { dreamFacts } from './dream-facts.js';
import { destinyFacts } from './destiny-facts.js';
import { genericFacts } from './generic-facts.js';
import { ichingFacts } from './iching-facts.js';
import { tarotFacts } from './tarot-facts.js';
import type { FactsReader, SectionFacts } from './section-facts.js';
import type { Locale } from '@app/text';

const READERS: Readonly<Record<string, FactsReader>> = {
  dream: dreamFacts,
  'dream-chat': dreamFacts,
  tarot: tarotFacts,
  'tarot-chat': tarotFacts,
  iching: ichingFacts,
  destiny: destinyFacts,
  ask: destinyFacts,
};

/** The facts of a kind in words; a kind without a reader of its own is read for whatever it names. */
export function readFacts(
  kind: string,
  facts: Readonly<Record<string, unknown>>,
  locale: Locale,
  question = '',
): SectionFacts {
  const generic = genericFacts(facts, locale, question);
  const own = Object.hasOwn(READERS, kind) ? READERS[kind]?.(facts, locale, question) : undefined;
  return {
    slots: { ...generic.slots, ...own?.slots },
    groups: { ...generic.groups, ...own?.groups },
  };
}
