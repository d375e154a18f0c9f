import { astrologyFacts } from './astrology-facts.js';
import { nowFacts } from './now-facts.js';
import { sajuFacts } from './saju-facts.js';
import type { FactsReader } from './section-facts.js';

/** Both charts of a birth; either may be missing. */
export const destinyFacts: FactsReader = (facts, locale) => {
  const saju = sajuFacts(facts['saju'], locale);
  const astrology = astrologyFacts(facts['astrology'] ?? facts['astro'], locale);
  const now = nowFacts(facts, locale);
  const about = saju.slots['dayMaster'] || astrology.slots['lights'] || '';
  return {
    slots: { ...saju.slots, ...astrology.slots, ...now.slots, about },
    groups: { ...saju.groups, ...astrology.groups, ...now.groups },
  };
};
